package dev.orm.benchmark.stub;

import java.io.PrintWriter;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.ExceptionMethod;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;

/**
 * Hands out one connection whose statements answer the same rows, whatever the text. The
 * methods of JDBC that nobody calls here are filled in with exceptions, so that calls
 * reach the few that matter as directly as those of a driver.
 */
public final class StubDataSource implements DataSource {

	private final Connection connection;

	private StubDataSource(Connection connection) {
		this.connection = connection;
	}

	/**
	 * Answer rows of the order table, columns in the order of the model.
	 * @param rows how many
	 * @return the data source
	 */
	public static DataSource orders(int rows) {
		StubResultSet result = complete(StubResultSet.class);
		StubStatement statement = complete(StubStatement.class);
		StubConnection connection = complete(StubConnection.class);
		result.rows = rows;
		statement.result = result;
		statement.connection = connection;
		connection.statement = statement;
		return new StubDataSource(connection);
	}

	private static <T> T complete(Class<T> type) {
		try {
			return new ByteBuddy().subclass(type)
				.modifiers(Modifier.PUBLIC | Modifier.FINAL)
				.method(ElementMatchers.isAbstract())
				.intercept(ExceptionMethod.throwing(UnsupportedOperationException.class))
				.make()
				.load(StubDataSource.class.getClassLoader(),
						net.bytebuddy.dynamic.loading.ClassLoadingStrategy.Default.INJECTION)
				.getLoaded()
				.getDeclaredConstructor()
				.newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public Connection getConnection() {
		return this.connection;
	}

	@Override
	public Connection getConnection(String username, String password) {
		return this.connection;
	}

	@Override
	public @Nullable PrintWriter getLogWriter() {
		return null;
	}

	@Override
	public void setLogWriter(PrintWriter out) {
	}

	@Override
	public void setLoginTimeout(int seconds) {
	}

	@Override
	public int getLoginTimeout() {
		return 0;
	}

	@Override
	public Logger getParentLogger() throws SQLFeatureNotSupportedException {
		throw new SQLFeatureNotSupportedException();
	}

	@Override
	public <T> T unwrap(Class<T> type) throws SQLException {
		throw new SQLException("Wraps nothing");
	}

	@Override
	public boolean isWrapperFor(Class<?> type) {
		return false;
	}

}

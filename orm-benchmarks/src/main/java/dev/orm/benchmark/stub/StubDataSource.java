package dev.orm.benchmark.stub;

import java.io.PrintWriter;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.ExceptionMethod;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.StubMethod;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Hands out one connection whose statements answer the same rows of the order table, in
 * the columns the text asks for. The methods of JDBC that nobody needs here are filled in
 * by ByteBuddy, so that calls reach the others as directly as those of a driver: those of
 * a result throw, those of the others do nothing.
 */
public final class StubDataSource implements DataSource {

	/** The key of the first row; too large for a cache of boxed numbers. */
	public static final long FIRST_KEY = 1001;

	private static final Map<Class<?>, Class<?>> TYPES = new ConcurrentHashMap<>();

	private final Connection connection;

	private StubDataSource(Connection connection) {
		this.connection = connection;
	}

	/**
	 * Answer rows of the order table.
	 * @param rows how many
	 * @return the data source
	 */
	public static DataSource orders(int rows) {
		StubConnection connection = complete(StubConnection.class, StubMethod.INSTANCE);
		connection.rows = rows;
		connection.metaData = complete(StubDatabaseMetaData.class, StubMethod.INSTANCE);
		connection.metaData.connection = connection;
		connection.driver = complete(PGConnection.class, StubMethod.INSTANCE);
		return new StubDataSource(connection);
	}

	static StubStatement statement(StubConnection connection, StubColumns columns) {
		StubStatement statement = complete(StubStatement.class, StubMethod.INSTANCE);
		StubMetaData metaData = complete(StubMetaData.class, StubMethod.INSTANCE);
		metaData.columns = columns;
		statement.connection = connection;
		statement.result = complete(StubResultSet.class, ExceptionMethod.throwing(UnsupportedOperationException.class));
		statement.result.rows = (columns.count() == 0) ? 0 : connection.rows;
		statement.result.columns = columns;
		statement.result.metaData = metaData;
		statement.result.statement = statement;
		return statement;
	}

	private static <T> T complete(Class<T> type, Implementation rest) {
		try {
			return type
				.cast(TYPES.computeIfAbsent(type, (key) -> subclass(key, rest)).getDeclaredConstructor().newInstance());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Class<?> subclass(Class<?> type, Implementation rest) {
		return new ByteBuddy().subclass(type)
			.modifiers(Modifier.PUBLIC | Modifier.FINAL)
			.method(ElementMatchers.isAbstract())
			.intercept(rest)
			.make()
			.load(StubDataSource.class.getClassLoader(), ClassLoadingStrategy.Default.INJECTION)
			.getLoaded();
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

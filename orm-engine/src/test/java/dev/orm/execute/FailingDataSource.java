package dev.orm.execute;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A data source whose n-th JDBC call fails, with the connection still usable: on a
 * connection, a statement or a result set, except the calls that close. It counts the
 * connections that are open.
 */
public final class FailingDataSource extends AbstractDataSource {

	private final DataSource target;

	private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

	private int callsLeft = Integer.MAX_VALUE;

	private boolean failed;

	public FailingDataSource(DataSource target) {
		this.target = target;
	}

	public void failAt(int call) {
		this.callsLeft = call;
		this.failed = false;
	}

	public boolean hasFailed() {
		return this.failed;
	}

	public int openConnections() {
		return this.open.size();
	}

	@Override
	public Connection getConnection() throws SQLException {
		step("getConnection");
		Connection connection = this.target.getConnection();
		this.open.add(connection);
		return proxy(Connection.class, connection);
	}

	@Override
	public Connection getConnection(String user, String password) throws SQLException {
		return getConnection();
	}

	private void step(String call) throws SQLException {
		if (--this.callsLeft == 0) {
			this.failed = true;
			throw new SQLException("Planted failure of " + call, "58000");
		}
	}

	private <T> T proxy(Class<T> type, Object instance) {
		return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> invoke(instance, method, arguments)));
	}

	private @Nullable Object invoke(Object instance, Method method, Object @Nullable [] arguments) throws Throwable {
		boolean closing = method.getName().equals("close") || method.getName().equals("isClosed");
		if (!closing && List.of(method.getExceptionTypes()).contains(SQLException.class)) {
			step(method.getName());
		}
		if (method.getName().equals("close")) {
			this.open.remove(instance);
		}
		try {
			Object result = method.invoke(instance, arguments);
			return (arguments != null && method.getName().equals("unwrap")) ? proxy((Class<?>) arguments[0], result)
					: wrap(result);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private @Nullable Object wrap(@Nullable Object result) {
		if (result instanceof ResultSet) {
			return proxy(ResultSet.class, result);
		}
		return (result instanceof PreparedStatement) ? proxy(PreparedStatement.class, result) : result;
	}

}

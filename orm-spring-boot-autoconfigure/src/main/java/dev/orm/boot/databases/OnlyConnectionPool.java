package dev.orm.boot.databases;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A pool of one connection. A thread that has it, and wants it again, hears so instead of
 * waiting for itself: in a second transaction, in a statement beside a suspended one, in
 * the loop over a cursor. Thread-safe.
 *
 * @since 0.1.0
 */
public final class OnlyConnectionPool extends DelegatingDataSource {

	/** SQLState of a server with too many connections. */
	private static final String TOO_MANY = "53300";

	private final String alias;

	/** Who has the connection. */
	private final AtomicReference<@Nullable Thread> holder = new AtomicReference<>();

	/**
	 * Stand before a pool.
	 * @param alias the database
	 * @param pool its pool of one connection
	 */
	public OnlyConnectionPool(String alias, DataSource pool) {
		super(pool);
		this.alias = alias;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Thread asking = Thread.currentThread();
		if (this.holder.get() == asking) {
			throw new SQLNonTransientConnectionException(refusal(this.alias), TOO_MANY);
		}
		Connection connection = super.getConnection();
		this.holder.set(asking);
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				new Held(connection, asking));
	}

	/**
	 * Say why a second connection is not waited for.
	 * @param alias the database
	 * @return the message
	 */
	public static String refusal(String alias) {
		return """
				What this thread wants of database '%s' beside what it has open there needs a second connection, and its \
				pool has one: it would wait for itself.
				  hint: let hikari.maximum-pool-size be 2 or more, or join the outer transaction instead of REQUIRES_NEW"""
			.formatted(alias);
	}

	/** The connection, until it is given back, on whatever thread. */
	private final class Held implements InvocationHandler {

		private final Connection connection;

		private final Thread borrower;

		Held(Connection connection, Thread borrower) {
			this.connection = connection;
			this.borrower = borrower;
		}

		@Override
		public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
				throws Throwable {
			switch (method.getName()) {
				case "equals" -> {
					return arguments != null && proxy == arguments[0];
				}
				case "hashCode" -> {
					return System.identityHashCode(proxy);
				}
				// before it is back: whoever gets it next is its holder
				case "close" -> OnlyConnectionPool.this.holder.compareAndSet(this.borrower, null);
				default -> {
				}
			}
			try {
				return method.invoke(this.connection, arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
		}

	}

}

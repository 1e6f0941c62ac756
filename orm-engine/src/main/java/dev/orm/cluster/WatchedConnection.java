package dev.orm.cluster;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

import dev.orm.observe.Destination;
import dev.orm.observe.ReadReason;
import dev.orm.work.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * Tells when what is done over a connection is over: at the commit, before anybody can
 * act on it, and when the connection is given back. Statements are not wrapped. Used by
 * one thread at a time.
 */
final class WatchedConnection implements InvocationHandler {

	private final Connection connection;

	private final Watch watch;

	private WatchedConnection(Connection connection, Watch watch) {
		this.connection = connection;
		this.watch = watch;
	}

	/** Watch a connection to the primary that may be written over. */
	static Connection written(Connection connection, Replicas replicas) {
		return of(connection, new WriteWatch(replicas));
	}

	/** Watch a connection that only reads. */
	static Connection read(Connection connection, Reading reading) {
		return of(connection, new ReadWatch(reading));
	}

	private static Connection of(Connection connection, Watch watch) {
		return (Connection) Proxy.newProxyInstance(WatchedConnection.class.getClassLoader(),
				new Class<?>[] { Connection.class, ServedConnection.class }, new WatchedConnection(connection, watch));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
			throws Throwable {
		if (method.getDeclaringClass() == ServedConnection.class) {
			return invoke(method, this.watch, arguments);
		}
		return switch (method.getName()) {
			case "equals" -> arguments != null && proxy == arguments[0];
			case "hashCode" -> System.identityHashCode(proxy);
			case "unwrap" -> isServed(arguments) ? proxy : invoke(method, this.connection, arguments);
			case "isWrapperFor" -> isServed(arguments) ? (Object) true : invoke(method, this.connection, arguments);
			case "createStatement", "prepareStatement", "prepareCall" -> {
				this.watch.states(this.connection.getAutoCommit());
				yield invoke(method, this.connection, arguments);
			}
			case "commit" -> ending(method, arguments, this.watch::committed);
			case "rollback" -> ending(method, arguments, this.watch::rolledBack);
			case "close" -> ending(method, arguments, this.watch::closed);
			default -> invoke(method, this.connection, arguments);
		};
	}

	private static boolean isServed(@Nullable Object @Nullable [] arguments) {
		return arguments != null && arguments[0] == ServedConnection.class;
	}

	/** Whether it ends well is not asked: an unknown outcome may be a commit. */
	private @Nullable Object ending(Method method, @Nullable Object @Nullable [] arguments, Runnable told)
			throws Throwable {
		try {
			return invoke(method, this.connection, arguments);
		}
		finally {
			told.run();
		}
	}

	private @Nullable Object invoke(Method method, Object target, @Nullable Object @Nullable [] arguments)
			throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof SQLException error) {
				this.watch.failed(error);
			}
			throw ex.getCause();
		}
	}

	/** What is told. */
	interface Watch extends ServedConnection {

		void states(boolean autoCommit);

		void committed();

		void rolledBack();

		void closed();

	}

	/** Takes in writes. */
	private static final class WriteWatch implements Watch {

		private final Replicas replicas;

		/** Whether statements ran that commit by themselves. */
		private boolean committing;

		WriteWatch(Replicas replicas) {
			this.replicas = replicas;
		}

		@Override
		public Destination destination() {
			return Destination.primary(ReadReason.TRANSACTION);
		}

		@Override
		public void failed(SQLException error) {
			// its pool finds out by itself
		}

		@Override
		public void states(boolean autoCommit) {
			this.committing |= autoCommit;
		}

		@Override
		public void committed() {
			tell(this.replicas::wrote);
		}

		@Override
		public void rolledBack() {
			// what it read is known
			tell(this.replicas::sawPrimary);
		}

		@Override
		public void closed() {
			if (this.committing) {
				this.committing = false;
				tell(this.replicas::wrote);
			}
		}

		private static void tell(Runnable happened) {
			if (!Inspection.isUnderWay()) {
				happened.run();
			}
		}

	}

	/** Takes in what was read. */
	private static final class ReadWatch implements Watch {

		private final Reading reading;

		private boolean ended;

		ReadWatch(Reading reading) {
			this.reading = reading;
		}

		@Override
		public Destination destination() {
			return this.reading.destination();
		}

		@Override
		public void failed(SQLException error) {
			this.reading.failed(error);
		}

		@Override
		public void states(boolean autoCommit) {
			// it only reads
		}

		@Override
		public void committed() {
			this.reading.saw();
		}

		@Override
		public void rolledBack() {
			this.reading.saw();
		}

		@Override
		public void closed() {
			if (!this.ended) {
				this.ended = true;
				this.reading.end();
			}
		}

	}

}

package dev.orm.migration;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;

import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.inspect.TransactionPooler;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;
import dev.orm.test.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.AbstractDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A pooler between the application and the server gives each transaction a session of its
 * own: what needs a lock of the session is refused.
 */
class TransactionPoolerTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create();

	private static final Pooled POOLED = new Pooled(database.dataSource());

	@TempDir
	Path folder;

	@AfterAll
	static void close() throws SQLException {
		for (Connection session : POOLED.sessions) {
			session.close();
		}
	}

	private Migrator migrator(DataSource dataSource) {
		return new Migrator(Flyway.configure().dataSource(dataSource).locations("filesystem:" + this.folder).load(),
				LockTimeout.STANDARD);
	}

	@Test
	void sessionsThatAreSharedAreFound() throws SQLException {
		try (Connection one = database.dataSource().getConnection();
				Connection other = database.dataSource().getConnection()) {
			assertThat(TransactionPooler.isBetween(one, other)).isFalse();
		}
		try (Connection one = POOLED.getConnection(); Connection other = POOLED.getConnection()) {
			assertThat(TransactionPooler.isBetween(one, other)).isTrue();
		}
	}

	@Test
	void aConcurrentIndexIsRefusedBehindThem() throws IOException {
		Files.writeString(this.folder.resolve("V1__t.sql"), "CREATE TABLE pooled (a int);\n");
		Files.writeString(this.folder.resolve("V2__i.sql"), "CREATE INDEX CONCURRENTLY pooled_a ON pooled (a);\n");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator(POOLED).migrate())
			.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(MigrationProblem.POOLER))
			.withMessageStartingWith("V2__i.sql runs something CONCURRENTLY, for which others are kept from migrating")
			.withMessageContaining("spring.flyway.url");
		assertThat(migrator(database.dataSource()).migrate()).isEqualTo(2);
	}

	@Test
	void whatBecomesOfPreparedStatementsIsTold() {
		DataSource crossed = new AbstractDataSource() {

			@Override
			public Connection getConnection() throws SQLException {
				Connection session = database.dataSource().getConnection();
				return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
						new Class<?>[] { Connection.class }, (self, method, arguments) -> {
							if (method.getName().equals("prepareStatement")) {
								throw new SQLException("prepared statement \"S_2\" already exists", "42P05");
							}
							return method.invoke(session, arguments);
						});
			}

			@Override
			public Connection getConnection(String user, String password) throws SQLException {
				return getConnection();
			}

		};
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator(crossed).migrate())
			.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(MigrationProblem.POOLER))
			.withMessageContaining("prepareThreshold=0 in the URL");
	}

	/**
	 * Keeps a session for as long as a transaction, as PgBouncer does with
	 * {@code pool_mode = transaction}; the session that was used last is used next.
	 */
	private static final class Pooled extends AbstractDataSource {

		private final DataSource server;

		private final Deque<Connection> sessions = new ArrayDeque<>();

		private Pooled(DataSource server) {
			this.server = server;
		}

		@Override
		public Connection getConnection() {
			Client client = new Client();
			return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
					new Class<?>[] { Connection.class }, (self, method, arguments) -> {
						try {
							return client.call(method, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					});
		}

		@Override
		public Connection getConnection(String user, String password) {
			return getConnection();
		}

		private Connection take() throws SQLException {
			Connection free = this.sessions.poll();
			return (free != null) ? free : this.server.getConnection();
		}

		/** A client of the pooler. Outside of a transaction each call has a session. */
		private final class Client {

			private Connection held;

			private Object call(java.lang.reflect.Method method, Object[] arguments)
					throws SQLException, ReflectiveOperationException {
				if (method.getName().equals("close")) {
					return null;
				}
				boolean ends = method.getName().equals("setAutoCommit") && (boolean) arguments[0];
				boolean begins = method.getName().equals("setAutoCommit") && !ends;
				Connection session = (this.held != null) ? this.held : take();
				Object answer = method.invoke(session, arguments);
				this.held = begins ? session : ends ? null : this.held;
				if (this.held == null) {
					Pooled.this.sessions.push(session);
				}
				return answer;
			}

		}

	}

}

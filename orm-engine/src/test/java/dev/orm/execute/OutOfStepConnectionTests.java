package dev.orm.execute;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orm.error.TransactionManagementException;
import dev.orm.error.TransactionOutcomeUnknownException;
import dev.orm.observe.Operation;
import dev.orm.observe.QueryListeners;
import dev.orm.routing.Route;
import dev.orm.test.TestDatabase;
import dev.orm.transaction.Atomic;
import dev.orm.row.RowReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.datasource.AbstractDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Connections that broke, or may have: none is handed on, and what is open ends rightly.
 */
class OutOfStepConnectionTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create("CREATE TABLE n (i bigint PRIMARY KEY, t text)");

	private final HikariDataSource pool = pool();

	private final Thrower source = new Thrower(this.pool);

	private final Databases databases = Databases.of(Database.of("default", this.source));

	private final StatementRunner runner = new StatementRunner(this.databases, QueryListeners.NONE);

	private final Atomic atomic = new Atomic(this.databases);

	private static HikariDataSource pool() {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(database.url());
		config.setMaximumPoolSize(1);
		config.setConnectionTimeout(5000);
		config.setExceptionOverride(new FeatureRefusalOverride());
		return new HikariDataSource(config);
	}

	@BeforeEach
	void fill() {
		database.execute("DROP TABLE n", "CREATE TABLE n (i bigint PRIMARY KEY, t text)",
				"INSERT INTO n SELECT i, 'text' FROM generate_series(1, 100) i");
	}

	@AfterEach
	void nothingStaysOpen() {
		assertThat(this.pool.getHikariPoolMXBean().getActiveConnections()).isZero();
		this.pool.close();
	}

	@Test
	void anErrorOrARuntimeExceptionOfTheDriverEndsTheConnection() {
		String first = backend();
		this.source.plant("executeQuery", StackOverflowError::new);
		assertThatExceptionOfType(StackOverflowError.class).isThrownBy(this::backend);
		String second = backend();
		this.source.plant("executeUpdate", IllegalArgumentException::new);
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.runner.update(call("DELETE FROM n WHERE i = 1")));
		String third = backend();

		assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
	}

	@Test
	void aWriteWhoseRowsCannotBeReadIsToldAsStored() {
		String write = "INSERT INTO n VALUES (1000, 'new') RETURNING t";
		this.source.plant("next", () -> new SQLException("Planted", "58000"));
		assertThatExceptionOfType(TransactionOutcomeUnknownException.class)
			.isThrownBy(() -> this.runner.query(call(write), OutOfStepConnectionTests::text))
			.withMessageContaining("is stored, but the rows it answered could not be read")
			.withCauseInstanceOf(DataAccessException.class);
		assertThat(this.runner.query(call("SELECT count(*) FROM n WHERE i = 1000"), OutOfStepConnectionTests::text))
			.isEqualTo("1");
		this.source.plant("next", () -> new SQLException("Planted", "58000"));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.atomic
			.run(() -> this.runner.query(call(write.replace("1000", "1001")), OutOfStepConnectionTests::text)));
		assertThat(this.runner.query(call("SELECT count(*) FROM n WHERE i = 1001"), OutOfStepConnectionTests::text))
			.isEqualTo("0");
	}

	@Test
	void anExceptionOfAHandlerKeepsTheConnection() {
		String first = backend();
		assertThatIllegalStateException().isThrownBy(() -> this.runner.query(call("SELECT 1"), (rows) -> {
			throw new IllegalStateException("mine");
		}));
		assertThat(backend()).isEqualTo(first);
	}

	@Test
	void aTransactionEndsWithTheConnection() {
		String first = backend();
		this.source.plant("executeUpdate", StackOverflowError::new);
		assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> this.atomic.run(() -> {
			this.runner.update(call("DELETE FROM n WHERE i = 1"));
		}));
		assertThat(this.runner.query(call("SELECT count(*) FROM n"), OutOfStepConnectionTests::text)).isEqualTo("100");
		assertThat(backend()).isNotEqualTo(first);
	}

	@Test
	void aCursorLeaksNoConnectionByAnExceptionOfTheDriver() {
		String first = backend();
		this.source.plant("executeQuery", IllegalArgumentException::new);
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.runner.cursor(call("SELECT i FROM n"), 2));
		String second = backend();
		RowCursor cursor = this.runner.cursor(call("SELECT i FROM n"), 2);
		this.source.plant("next", StackOverflowError::new);
		assertThatExceptionOfType(StackOverflowError.class).isThrownBy(cursor::next);
		String third = backend();
		RowCursor other = this.runner.cursor(call("SELECT i FROM n"), 2);
		assertThat(other.next()).isTrue();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> other.read((row) -> {
			throw new AssertionError("mine");
		}));

		assertThat(List.of(first, second, third, backend())).doesNotHaveDuplicates();
	}

	@Test
	void aCursorsConnectionThatCannotBeCleanedIsNotHandedBack() {
		String first = backend();
		RowCursor cursor = this.runner.cursor(call("SELECT i FROM n"), 2);
		this.source.plant("rollback", () -> new SQLException("Planted", "58000"));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(cursor::close);

		assertThat(backend()).isNotEqualTo(first);
		this.runner.update(call("DELETE FROM n WHERE i = 1"));
	}

	@Test
	void aRefusedFeatureCostsNoOpenTransaction() {
		this.atomic.run(() -> {
			this.runner.update(call("DELETE FROM n WHERE i = 1"));
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.atomic
				.run(() -> this.runner.query(call("SELECT max(i) FROM n FOR UPDATE"), OutOfStepConnectionTests::text)))
				.withMessageContaining("FOR UPDATE is not allowed with aggregate functions");
			this.runner.update(call("DELETE FROM n WHERE i = 2"));
		});

		assertThat(this.runner.query(call("SELECT count(*) FROM n"), OutOfStepConnectionTests::text)).isEqualTo("98");
	}

	@Test
	void aStalePlanHealsOutsideOfATransaction() {
		prepare("SELECT * FROM n WHERE i = 1");
		database.execute("ALTER TABLE n ADD COLUMN u text", "ALTER TABLE n ALTER COLUMN i TYPE int");

		assertThat(this.runner.query(call("SELECT * FROM n WHERE i = 1"), OutOfStepConnectionTests::text))
			.isEqualTo("1");
		prepare("SELECT * FROM n WHERE i = 2");
		database.execute("ALTER TABLE n DROP COLUMN u");
		try (RowCursor cursor = this.runner.cursor(call("SELECT * FROM n WHERE i = 2"), 1)) {
			assertThat(cursor.next()).isTrue();
		}
	}

	@Test
	void aStalePlanCostsATransactionOnceAndSaysSo() {
		prepare("SELECT * FROM n WHERE i = 1");
		String first = backend();
		database.execute("ALTER TABLE n ADD COLUMN u text");

		assertThatExceptionOfType(TransientDataAccessResourceException.class)
			.isThrownBy(() -> this.atomic.run(() -> prepare("SELECT * FROM n WHERE i = 1")))
			.withMessageContaining("repeat the transaction");
		this.atomic.run(() -> prepare("SELECT * FROM n WHERE i = 1"));
		assertThat(backend()).isEqualTo(first);
	}

	/** The driver sees a plain {@code DEALLOCATE ALL}, and not what a pooler does. */
	private void loseWhatIsPrepared() {
		this.runner.update(call("DO $$ BEGIN EXECUTE 'DEALLOCATE ALL'; END $$"));
	}

	@Test
	void aPreparedStatementThatIsGoneHealsOutsideOfATransaction() {
		prepare("SELECT i FROM n WHERE i = 1");
		loseWhatIsPrepared();
		assertThat(this.runner.query(call("SELECT i FROM n WHERE i = 1"), OutOfStepConnectionTests::text))
			.isEqualTo("1");
	}

	@Test
	void aPreparedStatementThatIsGoneCostsATransactionOnceAndNamesThePooler() {
		prepare("SELECT i FROM n WHERE i = 1");
		assertThatExceptionOfType(TransientDataAccessResourceException.class).isThrownBy(() -> this.atomic.run(() -> {
			loseWhatIsPrepared();
			prepare("SELECT i FROM n WHERE i = 1");
		})).withMessageContaining("repeat the transaction").withMessageContaining("prepareThreshold=0");
		this.atomic.run(() -> prepare("SELECT i FROM n WHERE i = 1"));
	}

	/** As other clients of a pooler do, whose drivers count from one as well. */
	private void takeNames() {
		this.runner.update(call("""
				DO $$ BEGIN
					FOR i IN 1..200 LOOP
						BEGIN EXECUTE format('PREPARE "S_%s" AS SELECT 1', i); EXCEPTION WHEN OTHERS THEN NULL; END;
					END LOOP;
				END $$"""));
	}

	@Test
	void aNameThatAnotherSessionHasPreparedNamesThePooler() {
		takeNames();
		assertThatExceptionOfType(TransientDataAccessResourceException.class)
			.isThrownBy(() -> this.atomic.run(() -> prepare("SELECT i FROM n WHERE i = 3")))
			.withMessageContaining("prepareThreshold=0");
	}

	@Test
	void aRollbackThatDoesNotComeThroughEndsTheConnection() {
		this.atomic.run(() -> this.runner.update(call("DELETE FROM n WHERE i = 1")));
		String first = backend();
		takeNames();
		assertThatIllegalStateException().isThrownBy(() -> this.atomic.run(() -> {
			this.runner.update(call("DELETE FROM n WHERE i = 2"));
			throw new IllegalStateException("mine");
		})).satisfies((ex) -> assertThat(ex.getSuppressed()).hasSize(1));
		assertThat(backend()).isNotEqualTo(first);
		assertThat(this.runner.query(call("SELECT count(*) FROM n"), OutOfStepConnectionTests::text)).isEqualTo("99");
	}

	@Test
	void aCommitOnALostConnectionHasAnUnknownOutcome() {
		assertThatExceptionOfType(TransactionOutcomeUnknownException.class).isThrownBy(() -> this.atomic.run(() -> {
			this.runner.update(call("DELETE FROM n WHERE i = 1"));
			database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
					+ "WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'idle in transaction'");
		})).withMessageContaining("unknown");
		assertThat(backend()).isNotEmpty();
	}

	@Test
	void messagesGiveTheReasonAndNoValue() {
		assertThatExceptionOfType(BadSqlGrammarException.class)
			.isThrownBy(() -> this.runner.update(call("SELECT nothing FROM n")))
			.withMessageContaining("column \"nothing\" does not exist");
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.runner.update(call("INSERT INTO n SELECT i, 'secret' FROM n WHERE i = 77")))
			.satisfies(OutOfStepConnectionTests::showsNoValue);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.runner.update(call("UPDATE n SET i = t::bigint")))
			.withMessageContaining("invalid input syntax for type bigint")
			.satisfies(OutOfStepConnectionTests::showsNoValue);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT '4929123412341234'::integer", "SELECT '4929e999'::double precision",
			"SELECT to_date('4929', 'YYYY-Q')", "SELECT '{4929'::integer[]", "SELECT '4929-77-77'::date",
			"SELECT 'a\"4929'::integer" })
	void whatAMessageQuotesOfDataIsLeftOutWhereverItStands(String sql) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.runner.update(call(sql)))
			.satisfies((error) -> {
				for (Throwable at = error; at != null; at = at.getCause()) {
					assertThat(reason(at)).isNotBlank().doesNotContain("4929");
				}
			});
	}

	/** What is said behind the statement, which is the caller's own. */
	private static String reason(Throwable error) {
		String text = error.toString();
		return text.substring(text.lastIndexOf("]; ") + 1);
	}

	private static void showsNoValue(Throwable error) {
		for (Throwable at = error; at != null; at = at.getCause()) {
			assertThat(at.toString()).doesNotContain("77)").doesNotContain("\"text\"").doesNotContain("=(");
		}
	}

	@Test
	void aBrokenTransactionIsRefusedByNameOfItsCause() {
		assertThatExceptionOfType(BadSqlGrammarException.class).isThrownBy(() -> this.atomic.run(() -> {
			try {
				this.runner.update(call("SELECT nothing FROM n"));
			}
			catch (BadSqlGrammarException ex) {
				assertThatExceptionOfType(TransactionManagementException.class).isThrownBy(this::backend).withCause(ex);
				throw ex;
			}
		}));
	}

	/** The driver prepares a statement on the server at its fifth use. */
	private void prepare(String sql) {
		for (int i = 0; i < 6; i++) {
			this.runner.query(call(sql), OutOfStepConnectionTests::text);
		}
	}

	private String backend() {
		return this.runner.query(call("SELECT pg_backend_pid()::text"), OutOfStepConnectionTests::text);
	}

	private static String text(RowReader rows) {
		rows.next();
		return String.valueOf(rows.getString(1));
	}

	private static StatementCall call(String sql) {
		return StatementCall.of(Route.DEFAULT, sql, Operation.OTHER, "n");
	}

	/** A driver that throws what it should not, once. */
	private static final class Thrower extends AbstractDataSource {

		private final DataSource target;

		private @Nullable String method;

		private Supplier<Throwable> failure = IllegalStateException::new;

		Thrower(DataSource target) {
			this.target = target;
		}

		void plant(String method, Supplier<Throwable> failure) {
			this.method = method;
			this.failure = failure;
		}

		@Override
		public Connection getConnection() throws SQLException {
			return proxy(Connection.class, this.target.getConnection());
		}

		@Override
		public Connection getConnection(String user, String password) throws SQLException {
			return getConnection();
		}

		private <T> T proxy(Class<T> type, Object instance) {
			return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { type },
					(proxy, called, arguments) -> {
						if (called.getName().equals(this.method)) {
							this.method = null;
							throw this.failure.get();
						}
						try {
							Object result = called.invoke(instance, arguments);
							return called.getName().equals("unwrap") ? result : wrap(result);
						}
						catch (InvocationTargetException ex) {
							throw ex.getTargetException();
						}
					}));
		}

		private @Nullable Object wrap(@Nullable Object result) {
			if (result instanceof ResultSet) {
				return proxy(ResultSet.class, result);
			}
			return (result instanceof PreparedStatement) ? proxy(PreparedStatement.class, result) : result;
		}

	}

}

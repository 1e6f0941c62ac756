package dev.orm.execute;

import dev.orm.observe.Operation;
import dev.orm.observe.QueryListeners;
import dev.orm.observe.QueryLog;
import dev.orm.routing.Route;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RowCursorTests {

	private static final int FETCH_SIZE = 10;

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create("CREATE TABLE n (i bigint)",
			"INSERT INTO n SELECT generate_series(1, 1000)");

	private static final Database DEFAULT = Database.of("default", database.dataSource());

	private final StatementRunner runner = new StatementRunner(Databases.of(DEFAULT), QueryListeners.NONE);

	@AfterEach
	void noConnectionLeaks() {
		assertThat(database.connectionsInUse()).isZero();
	}

	@Test
	void readsAllRowsAndClosesItself() {
		try (QueryLog log = QueryLog.start()) {
			RowCursor cursor = open("SELECT i FROM n ORDER BY i");
			long sum = 0;
			while (cursor.next()) {
				sum += cursor.<Long>read((row) -> row.getLong(1));
			}
			assertThat(sum).isEqualTo(500_500);
			assertThat(cursor.next()).isFalse();
			assertThat(log.events()).singleElement().satisfies((event) -> assertThat(event.rows()).isEqualTo(1000));
			assertThatIllegalStateException().isThrownBy(() -> cursor.read((row) -> row.getLong(1)));
		}
	}

	@Test
	void fetchesAFewRowsAtATime() {
		// the division fails at row 500: had the driver read everything at once, opening
		// would fail
		try (RowCursor cursor = open("SELECT 1 / (i - 500) FROM n")) {
			assertThat(cursor.next()).isTrue();
			assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> {
				while (cursor.next()) {
					assertThat(cursor.<Long>read((row) -> row.getLong(1))).isNotNull();
				}
			}).withMessageContaining("division by zero");
		}
	}

	@Test
	void theCallerMayWriteWhileItReads() {
		try (RowCursor cursor = open("SELECT i FROM n ORDER BY i")) {
			assertThat(cursor.next()).isTrue();
			assertThat(this.runner.update(call("DELETE FROM n WHERE i = -1"))).isZero();
			assertThat(cursor.next()).isTrue();
		}
	}

	@Test
	void itsOwnTransactionIsReadOnly() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> open("DELETE FROM n WHERE i = -1 RETURNING i"))
			.withMessageContaining("read-only transaction");
	}

	@Test
	void insideATransactionItSeesWhatTheTransactionWrote() {
		new TransactionTemplate(DEFAULT.transactionManager()).executeWithoutResult((status) -> {
			this.runner.update(call("INSERT INTO n VALUES (-5)"));
			try (RowCursor cursor = open("SELECT i FROM n ORDER BY i")) {
				assertThat(cursor.next()).isTrue();
				assertThat(cursor.<Long>read((row) -> row.getLong(1))).isEqualTo(-5);
			}
			status.setRollbackOnly();
		});
	}

	@Test
	void closingEarlyGivesTheConnectionBackCleanly() {
		open("SELECT i FROM n").close();

		assertThat(this.runner.update(call("DELETE FROM n WHERE i = -1"))).isZero();
	}

	@Test
	void aStatementThatFailsLeavesNoConnectionOpen() {
		assertThatExceptionOfType(BadSqlGrammarException.class).isThrownBy(() -> open("SELECT x FROM n"));
	}

	@Test
	void aHandlerThatFailsLeavesNoConnectionOpen() {
		RowCursor cursor = open("SELECT i FROM n");
		assertThat(cursor.next()).isTrue();

		assertThatIllegalStateException().isThrownBy(() -> cursor.<Long>read((row) -> {
			throw new IllegalStateException("not a value");
		})).withMessage("not a value");
		assertThat(cursor.next()).isFalse();
	}

	@Test
	void itIsPreparedAtItsFirstUseSoThatRowsComeInTheBinaryFormat() {
		assertThat(preparedByOneUse("")).isEqualTo("1");
	}

	@Test
	void whereStatementsAreNotToBePreparedItPreparesNone() {
		assertThat(preparedByOneUse("&prepareThreshold=0")).isEqualTo("0");
	}

	private static String preparedByOneUse(String option) {
		SingleConnectionDataSource source = new SingleConnectionDataSource(database.url() + option, true);
		Database single = Database.of("default", source);
		StatementRunner runner = new StatementRunner(Databases.of(single), QueryListeners.NONE);
		try {
			return new TransactionTemplate(single.transactionManager()).execute((status) -> {
				runner.cursor(call("SELECT i + 1 FROM n"), FETCH_SIZE).close();
				return runner.query(
						call("SELECT count(*) FROM pg_prepared_statements WHERE statement = 'SELECT i + 1 FROM n'"),
						(rows) -> rows.next() ? rows.getString(1) : null);
			});
		}
		finally {
			source.destroy();
		}
	}

	private RowCursor open(String sql) {
		return this.runner.cursor(call(sql), FETCH_SIZE);
	}

	private static StatementCall call(String sql) {
		return StatementCall.of(Route.DEFAULT, sql, Operation.SELECT, "n");
	}

}

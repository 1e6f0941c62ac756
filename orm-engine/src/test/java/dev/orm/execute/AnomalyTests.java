package dev.orm.execute;

import java.util.List;
import java.util.function.Consumer;

import dev.orm.observe.Operation;
import dev.orm.observe.QueryListeners;
import dev.orm.routing.Route;
import dev.orm.test.TestDatabase;
import dev.orm.transaction.Atomic;
import dev.orm.type.ValueTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What breaks in the middle leaves no connection open and no thread bound. */
class AnomalyTests {

	private static final int MOST_CALLS = 200;

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create("CREATE TABLE n (i bigint)", "INSERT INTO n VALUES (1)");

	private final FailingDataSource source = new FailingDataSource(database.dataSource());

	private final Databases databases = Databases.of(Database.of("default", this.source));

	private final StatementRunner runner = new StatementRunner(this.databases, QueryListeners.NONE);

	private final Atomic atomic = new Atomic(this.databases);

	@Test
	void aReadThatFailsAnywhereGivesItsConnectionBack() {
		failEverywhere((runner) -> select());
	}

	@Test
	void aWriteThatFailsAnywhereGivesItsConnectionBack() {
		failEverywhere((runner) -> insert());
	}

	@Test
	void aCursorThatFailsAnywhereGivesItsConnectionBack() {
		failEverywhere((runner) -> {
			try (RowCursor cursor = runner.cursor(call("SELECT i FROM n LIMIT 2"), 1)) {
				while (cursor.next()) {
					cursor.read((row) -> row.getLong(1));
				}
			}
		});
	}

	@Test
	void atomicBlocksThatFailAnywhereGiveTheirConnectionBack() {
		failEverywhere((runner) -> this.atomic.run(() -> {
			insert();
			this.atomic.run(this::insert);
			this.atomic.onCommit(this::select);
		}));
	}

	private void failEverywhere(Consumer<StatementRunner> work) {
		int call = 0;
		do {
			call++;
			this.source.failAt(call);
			try {
				work.accept(this.runner);
			}
			catch (DataAccessException | TransactionException ex) {
				assertThat(this.source.hasFailed()).as(ex.toString()).isTrue();
			}
			assertThat(this.source.openConnections()).as("open after failure at call %d", call).isZero();
			assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
			assertThat(TransactionSynchronizationManager.isSynchronizationActive()).isFalse();
		}
		while (this.source.hasFailed() && call < MOST_CALLS);
		assertThat(call).isBetween(3, MOST_CALLS - 1);
	}

	@Test
	void aConnectionCutInATransactionFailsTheBlockAndTheNextBlockWorks() {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.atomic.run(() -> {
			insert();
			database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
					+ "WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'idle in transaction'");
			insert();
		}));

		assertThat(this.source.openConnections()).isZero();
		this.atomic.run(this::insert);
	}

	private void insert() {
		this.runner.update(insertion());
	}

	private void select() {
		this.runner.query(call("SELECT i FROM n LIMIT 2"), (rows) -> {
			while (rows.next()) {
				rows.getLong(1);
			}
			return rows.rows();
		});
	}

	private static StatementCall insertion() {
		return new StatementCall(Route.DEFAULT, "INSERT INTO n VALUES (?)", List.of(ValueTypes.BIGINT), List.of(9L),
				Operation.INSERT, "n");
	}

	private static StatementCall call(String sql) {
		return StatementCall.of(Route.DEFAULT, sql, Operation.SELECT, "n");
	}

}

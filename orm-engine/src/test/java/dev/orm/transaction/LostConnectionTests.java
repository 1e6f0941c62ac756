package dev.orm.transaction;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.orm.error.DatabaseConnectionException;
import dev.orm.error.TransactionOutcomeUnknownException;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.execute.FeatureRefusalOverride;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Blocks that are repeated, or not, as their connection is lost before, in and after the
 * commit; and blocks whose pool would close the connection.
 */
class LostConnectionTests {

	private static final String KILL = "SELECT pg_terminate_backend(pg_backend_pid())";

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create("CREATE TABLE entry (name text, deadly boolean)", """
			CREATE FUNCTION kill() RETURNS trigger LANGUAGE plpgsql AS $$
			BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$""", """
			CREATE CONSTRAINT TRIGGER kill_at_commit AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
			FOR EACH ROW WHEN (NEW.deadly) EXECUTE FUNCTION kill()""");

	private final HikariDataSource pool = pool();

	private final JdbcClient client = JdbcClient.create(this.pool);

	private final Atomic once = new Atomic(Databases.of(Database.of(Database.DEFAULT, this.pool)));

	private final Atomic atomic = this.once.retry(3);

	private final AtomicInteger runs = new AtomicInteger();

	private static HikariDataSource pool() {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(database.url());
		config.setMaximumPoolSize(2);
		config.setExceptionOverride(new FeatureRefusalOverride());
		return new HikariDataSource(config);
	}

	@BeforeEach
	void empty() {
		database.truncate("entry");
	}

	@AfterEach
	void close() {
		assertThat(this.pool.getHikariPoolMXBean().getActiveConnections()).isZero();
		this.pool.close();
	}

	@Test
	void lostBeforeTheCommitTheBlockIsRepeated() {
		this.atomic.run(() -> {
			insert("run " + this.runs.incrementAndGet(), false);
			if (this.runs.get() == 1) {
				this.client.sql(KILL).query().singleValue();
			}
		});

		assertThat(names()).containsExactly("run 2");
	}

	@Test
	void lostInTheCommitItIsNot() {
		assertThatExceptionOfType(TransactionOutcomeUnknownException.class)
			.isThrownBy(() -> this.atomic.run(() -> insert("run " + this.runs.incrementAndGet(), true)))
			.withMessageStartingWith("The connection to database 'default' was lost during the commit")
			.satisfies((error) -> assertThat(error.getDatabase()).hasValue(Database.DEFAULT));
		assertThat(this.runs).hasValue(1);
		assertThat(names()).isEmpty();
	}

	@Test
	void whatOnlyReadIsRepeatedAlsoIfItIsLostInTheCommit() {
		this.atomic.readOnly().run(() -> {
			names();
			if (this.runs.incrementAndGet() == 1) {
				killFromOutside();
			}
		});
		assertThat(this.runs).hasValue(2);
		assertThatExceptionOfType(TransactionSystemException.class)
			.isThrownBy(() -> this.once.readOnly().run(this::killFromOutside))
			.isNotInstanceOf(TransactionOutcomeUnknownException.class)
			.withMessageStartingWith(
					"The connection to database 'default' was lost at the end of a transaction that" + " only read");
	}

	@Test
	void lostAtASavepointTheDatabaseIsNamedAndTheBlockIsRepeated() {
		this.atomic.run(() -> {
			insert("run " + this.runs.incrementAndGet(), false);
			if (this.runs.get() == 1) {
				killFromOutside();
			}
			this.atomic.run(() -> insert("inner", false));
		});
		assertThat(names()).containsExactly("run 2", "inner");
		refusedAtASavepoint(() -> this.once.run(() -> {
		}));
		refusedAtASavepoint(this.once::createSavepoint);
	}

	private void refusedAtASavepoint(Runnable savepoint) {
		assertThatExceptionOfType(DatabaseConnectionException.class).isThrownBy(() -> this.once.run(() -> {
			killFromOutside();
			savepoint.run();
		}))
			.withMessageStartingWith("The connection to database 'default' was lost at a savepoint")
			.withMessageContaining("hint: repeat the transaction")
			.satisfies((error) -> assertThat(error.getDatabase()).isEqualTo(Database.DEFAULT));
	}

	private void killFromOutside() {
		int session = this.client.sql("SELECT pg_backend_pid()").query(Integer.class).single();
		JdbcClient.create(database.dataSource())
			.sql("SELECT pg_terminate_backend(?, 5000)")
			.param(session)
			.query(Boolean.class)
			.single();
	}

	@Test
	void lostAfterTheCommitItIsNotAndTheRowsStay() {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.atomic.run(() -> {
			insert("run " + this.runs.incrementAndGet(), false);
			this.atomic.onCommit(() -> this.client.sql(KILL).query().singleValue());
		}));
		assertThat(names()).containsExactly("run 1");
	}

	@Test
	void aFeatureTheServerLacksCostsTheSavepointOnly() {
		this.atomic.run(() -> {
			insert("kept", false);
			Savepoint mark = this.atomic.createSavepoint();
			insert("lost", false);
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> this.client.sql("SELECT max(name) FROM entry FOR UPDATE").query().singleValue())
				.withStackTraceContaining("FOR UPDATE is not allowed with aggregate functions");
			mark.rollback();
			insert("after", false);
		});

		assertThat(names()).containsExactly("kept", "after");
	}

	private void insert(String name, boolean deadly) {
		this.client.sql("INSERT INTO entry VALUES (?, ?)").params(name, deadly).update();
	}

	private List<String> names() {
		return this.client.sql("SELECT name FROM entry").query(String.class).list();
	}

}

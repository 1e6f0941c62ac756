package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.orm.journal.Version;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Rollback;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Runs that are cut, wait or meet another one: history and schema agree afterwards, and
 * another run finishes.
 */
class BrokenRunTests extends ShopCommands {

	private static final LockTimeout HASTY = new LockTimeout(Duration.ofMillis(20), 2, Duration.ofMillis(1),
			Duration.ofMillis(1));

	@BeforeEach
	void firstMigration() {
		files("makemigrations");
		migrator().migrate();
		this.database.execute("INSERT INTO shop_category (name) VALUES ('all')",
				"INSERT INTO shop_product (name, category_id) SELECT 'n' || n, 1 FROM generate_series(1, 25000) n");
	}

	private String value(String sql) {
		return new JdbcTemplate(this.database.dataSource()).queryForObject(sql, String.class);
	}

	private void batches(String set, String where) throws IOException {
		assertThat(files("makemigrations", "--empty", "--name=batched", "--batches=shop_product"))
			.isEqualTo(ExitCode.FINE);
		var file = this.folder.resolve("migration/V0002__batched.sql");
		Files.writeString(file,
				Files.readString(file).replace("column = expression", set).replace("column IS NULL", where));
	}

	/** The server ends the session once it comes to a row. */
	private void endAt(int row) {
		this.cut = 1;
		this.database.execute("""
				CREATE OR REPLACE FUNCTION ends() RETURNS trigger LANGUAGE plpgsql AS $$
				BEGIN
					IF NEW.id = %d THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
					RETURN NEW;
				END $$""".formatted(row),
				"CREATE OR REPLACE TRIGGER ends BEFORE UPDATE ON shop_product FOR EACH ROW EXECUTE FUNCTION ends()");
	}

	private void endNowhere() {
		this.database.execute("DROP TRIGGER ends ON shop_product", "DROP FUNCTION ends()");
	}

	@Test
	void aBatchThatIsCutGoesOnWhereItsConditionFindsRows() throws IOException {
		batches("name = 'x' || name", "name LIKE 'n%'");
		endAt(15_000);
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator().migrate())
			.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(MigrationProblem.LOST_CONNECTION));
		assertThat(value("SELECT count(*) FROM shop_product WHERE name LIKE 'x%'")).isEqualTo("10000");
		endNowhere();
		assertThat(database("repair")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(database("migrate")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(value("SELECT count(*) FROM shop_product WHERE name LIKE 'xn%'")).isEqualTo("25000");
		assertThat(migrator().drift().changes()).isEmpty();
	}

	@Test
	void whatIsCutIsNamedByTheNextRunWithItsWayOut() throws IOException {
		batches("name = 'x' || name", "name LIKE 'n%'");
		endAt(5);
		assertThat(database("migrate")).isEqualTo(ExitCode.USAGE);
		endNowhere();
		int tries = 0;
		ExitCode code = database("migrate");
		// a connection that is lost at once leaves no row that says so
		if (code != ExitCode.FINE) {
			assertThat(this.said).contains("V0002__batched", "repair");
			database("repair");
			tries++;
			code = database("migrate");
		}
		assertThat(code).as("%s after %d", this.said, tries).isEqualTo(ExitCode.FINE);
		assertThat(value("SELECT count(*) FROM shop_product WHERE name LIKE 'xn%'")).isEqualTo("25000");
	}

	@Test
	void anUndoInBatchesThatIsCutIsRunAgain() throws IOException {
		batches("name = 'x' || name", "name LIKE 'n%'");
		var undo = this.folder.resolve("undo/U0002__batched.sql");
		Files.writeString(undo,
				Files.readString(this.folder.resolve("migration/V0002__batched.sql"))
					.replace("name = 'x' || name", "name = substr(name, 2)")
					.replace("name LIKE 'n%'", "name LIKE 'x%'"));
		migrator().migrate();
		endAt(15_000);
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator().rollBack(new Version("1")));
		endNowhere();
		assertThat(migrator().version()).isEqualTo(new Version("0002"));
		migrator().rollBack(new Version("1"));
		assertThat(value("SELECT count(*) FROM shop_product WHERE name LIKE 'n%'")).isEqualTo("25000");
		assertThat(migrator().version()).isEqualTo(new Version("0001"));
	}

	@Test
	void anUnfinishedIndexIsDriftUntilItIsCleared() throws IOException {
		this.models = products(FieldDescription.of("name", "name", String.class, Flag.INDEX).size(200, 0, 0), CATEGORY);
		files("makemigrations", "--online");
		migrator().migrate();
		this.database
			.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'shop_product_name_idx'::regclass");
		assertThat(database("drift")).isEqualTo(ExitCode.TO_DO);
		assertThat(this.said).contains("- index shop_product.shop_product_name_idx (name)   (missing)");
		database("repair");
		assertThat(this.said).contains("dropped index shop_product_name_idx, which was not finished");
		database("drift", "--sql");
		this.database.execute(this.said);
		assertThat(database("drift")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	@Test
	void anUnfinishedIndexIsMadeAnewByItsMigration() {
		this.models = products(FieldDescription.of("name", "name", String.class, Flag.INDEX).size(200, 0, 0), CATEGORY);
		files("makemigrations", "--online");
		this.database.execute("CREATE INDEX shop_product_name_idx ON shop_product (name)",
				"UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'shop_product_name_idx'::regclass");
		assertThat(database("migrate")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'shop_product_name_idx'::regclass"))
			.isEqualTo("t");
		assertThat(database("migrate", "0001")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(migrator().drift().changes()).isEmpty();
	}

	@Test
	void anUndoThatGetsNoLockSaysSoAndTakesNothingBack() throws Exception {
		this.models = products(NAME, CATEGORY, NOTE);
		files("makemigrations");
		migrator().migrate();
		try (Connection holder = this.database.dataSource().getConnection();
				Statement statement = holder.createStatement()) {
			holder.setAutoCommit(false);
			statement.execute("LOCK TABLE shop_product IN ACCESS SHARE MODE");
			assertThatExceptionOfType(MigrationException.class)
				.isThrownBy(() -> migrator(HASTY).rollBack(new Version("1")))
				.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(MigrationProblem.LOCK_TIMEOUT))
				.withMessageContaining("stays applied");
			holder.rollback();
			holder.setAutoCommit(true);
		}
		assertThat(migrator().version()).isEqualTo(new Version("0002"));
		assertThat(migrator(HASTY).rollBack(new Version("1"))).extracting(Rollback.Done::title)
			.containsExactly("V0002__product_note");
	}

	@Test
	void ofSeveralMigrationsThoseBeforeTheLockedOneStay() throws Exception {
		this.models = products(NAME, CATEGORY, NOTE);
		files("makemigrations", "--empty", "--name=rows");
		files("makemigrations");
		try (Connection holder = this.database.dataSource().getConnection();
				Statement statement = holder.createStatement()) {
			holder.setAutoCommit(false);
			statement.execute("LOCK TABLE shop_product IN ACCESS SHARE MODE");
			assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator(HASTY).migrate())
				.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(MigrationProblem.LOCK_TIMEOUT));
			assertThat(migrator().version()).isEqualTo(new Version("0002"));
			holder.rollback();
			holder.setAutoCommit(true);
		}
		assertThat(migrator().migrate()).isEqualTo(1);
	}

	@Test
	void twoProcessesTakeEachMigrationBackOnce() throws Exception {
		this.models = products(FieldDescription.of("name", "name", String.class, Flag.INDEX).size(200, 0, 0), CATEGORY,
				NOTE);
		files("makemigrations", "--online");
		migrator().migrate();
		int rows = Integer.parseInt(value("SELECT count(*) FROM flyway_schema_history"));
		int ran = rows - 1;
		atOnce(() -> migrator().rollBack(new Version("1")), () -> migrator().rollBack(new Version("1")));
		assertThat(migrator().version()).isEqualTo(new Version("0001"));
		assertThat(value("SELECT count(*) FROM flyway_schema_history WHERE type = 'DELETE'"))
			.isEqualTo(String.valueOf(ran));
		assertThat(migrator().drift().changes()).isEmpty();
		assertThat(migrator().migrate()).isEqualTo(ran);
	}

	@Test
	void twoProcessesRecordAndRunWithoutDoingBoth() throws Exception {
		this.models = products(NAME, CATEGORY, NOTE);
		files("makemigrations");
		List<Object> ends = atOnce(() -> migrator().migrate(), () -> migrator().fake(new Version("2")));
		assertThat(ends).isNotEmpty();
		assertThat(value("SELECT count(*) FROM flyway_schema_history WHERE version = '0002'")).isEqualTo("1");
	}

	@Test
	void nobodyRecordsWhatRunsAtThisTime() throws Exception {
		this.models = products(NAME, CATEGORY, NOTE);
		files("makemigrations", "--name=noted");
		Path script = this.folder.resolve("migration/V0002__noted.sql");
		Files.writeString(script, Files.readString(script) + "\nSELECT pg_sleep(1);\n");
		atOnce(() -> migrator().migrate(), () -> {
			Thread.sleep(400);
			return migrator().fake(new Version("2"));
		});
		assertThat(value("SELECT count(*) FROM flyway_schema_history WHERE version = '0002'")).isEqualTo("1");
	}

	@Test
	void twoProcessesPutVersionsRightOnce() throws Exception {
		atOnce(() -> migrator().fakeBack(new Version("0")), () -> migrator().fakeBack(new Version("0")));
		assertThat(value("SELECT count(*) FROM flyway_schema_history WHERE type = 'DELETE'")).isEqualTo("1");
		atOnce(() -> migrator().fake(new Version("1")), () -> migrator().fake(new Version("1")));
		assertThat(value("SELECT count(*) FROM flyway_schema_history WHERE version = '0001'")).isEqualTo("3");
		assertThat(database("drift")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	private static List<Object> atOnce(Callable<?>... works) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(works.length);
		try {
			List<Future<Object>> runs = Stream.of(works)
				.<Future<Object>>map((work) -> threads.submit(() -> (Object) work.call()))
				.toList();
			List<Object> ends = new ArrayList<>();
			for (Future<Object> run : runs) {
				ends.add(run.get());
			}
			return ends;
		}
		finally {
			threads.shutdownNow();
		}
	}

}

package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.orm.journal.Version;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.manage.CommandLine;
import dev.orm.migration.manage.Project;
import dev.orm.migration.problem.MigrationException;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.test.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.TITLE;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Migrations on a database: forward, back, as if, under locks and with lost connections.
 */
class MigratorTests {

	@TempDir
	Path folder;

	private TestDatabase database;

	private ModelRegistry models = products(NAME, CATEGORY);

	private String said = "";

	@BeforeEach
	void database() {
		this.database = TestDatabase.create();
		make();
		this.models = products(TITLE, CATEGORY);
		make("--rename=shop_product.name:title");
		this.models = products(TITLE, CATEGORY, NOTE);
		make();
	}

	@AfterEach
	void close() {
		assertThat(this.database.connectionsInUse()).isZero();
		this.database.close();
	}

	private void make(String... options) {
		List<String> words = new ArrayList<>(List.of("makemigrations"));
		words.addAll(List.of(options));
		Project project = Project.ofFiles(new MigrationFiles(this.folder), () -> this.models);
		RecordedTerminal terminal = new RecordedTerminal();
		assertThat(new CommandLine(project, terminal).run(words)).as(terminal.said()).isEqualTo(ExitCode.FINE);
	}

	private Flyway flyway() {
		return Flyway.configure()
			.dataSource(this.database.dataSource())
			.locations("filesystem:" + this.folder.resolve("migration"))
			.load();
	}

	private Migrator migrator() {
		return new Migrator(flyway(), LockTimeout.STANDARD);
	}

	private ExitCode run(String... words) {
		return run(new RecordedTerminal(), words);
	}

	private ExitCode run(RecordedTerminal terminal, String... words) {
		ExitCode code = new CommandLine(Project.ofDatabase(migrator(), () -> this.models), terminal)
			.run(List.of(words));
		this.said = terminal.said().replaceAll("\\d+ ms", "n ms");
		return code;
	}

	private String value(String sql) throws SQLException {
		try (Connection connection = this.database.dataSource().getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
	}

	@Test
	void migratesForwardAndShowsWhatRan() {
		assertThat(run("migrate", "--plan")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("V0002__product_title")
			.contains("~ column shop_product.name -> title")
			.endsWith("  3 pending\n");
		assertThat(run("migrate", "--check")).isEqualTo(ExitCode.TO_DO);
		assertThat(run("migrate", "0002")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("""
				  V0001__initial   done in n ms
				  V0002__product_title   done in n ms
				""");
		run("showmigrations");
		assertThat(this.said).isEqualTo("""
				 [X] V0001__initial
				 [X] V0002__product_title
				 [ ] V0003__product_note
				V0002   1 pending
				""");
		assertThat(run("drift")).isEqualTo(ExitCode.FINE);
		assertThat(run("migrate")).isEqualTo(ExitCode.FINE);
		assertThat(run("migrate", "--check")).isEqualTo(ExitCode.FINE);
		assertThat(run("drift")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("  drift: none\n");
	}

	@Test
	void goesBackAndForwardAgainAsFlywayUnderstands() throws SQLException {
		run("migrate");
		for (int round = 0; round < 3; round++) {
			assertThat(run("migrate", "0001")).isEqualTo(ExitCode.FINE);
			assertThat(this.said.replaceAll("\\d+ ms", "n ms")).isEqualTo("""
					  undo V0003__product_note
					  undo V0002__product_title
					  V0003__product_note   taken back in n ms
					  V0002__product_title   taken back in n ms
					""");
			assertThat(flyway().validateWithResult().invalidMigrations).extracting((invalid) -> invalid.version)
				.containsExactly("0002", "0003");
			assertThat(flyway().info().pending()).hasSize(2);
			assertThat(run("drift")).isEqualTo(ExitCode.FINE);
			assertThat(run("migrate")).isEqualTo(ExitCode.FINE);
			flyway().validate();
		}
		assertThat(value("SELECT count(*) FROM flyway_schema_history WHERE type = 'DELETE'")).isEqualTo("6");
	}

	@Test
	void zeroTakesAllBack() throws SQLException {
		run("migrate");
		assertThat(run("migrate", "zero", "--accept-loss")).isEqualTo(ExitCode.FINE);
		assertThat(value("SELECT to_regclass('shop_product')")).isNull();
		assertThat(migrator().version()).isEqualTo(Version.ZERO);
		assertThat(run("migrate")).isEqualTo(ExitCode.FINE);
	}

	@Test
	void whatIsLostIsCountedAndConfirmed() throws SQLException {
		run("migrate");
		this.database.execute("INSERT INTO shop_category (name) VALUES ('a')",
				"INSERT INTO shop_product (title, category_id, note) VALUES ('a', 1, 'x'), ('b', 1, NULL)");
		assertThat(run("migrate", "0002")).isEqualTo(ExitCode.UNANSWERED);
		assertThat(this.said).isEqualTo("""
				  undo V0003__product_note   loses shop_product.note (1 values that are not null)
				cannot ask.  say  --accept-loss
				""");
		assertThat(run(new RecordedTerminal("no"), "migrate", "0002")).isEqualTo(ExitCode.TO_DO);
		assertThat(value("SELECT note FROM shop_product WHERE id = 1")).isEqualTo("x");
		assertThat(run(new RecordedTerminal("yes"), "migrate", "0002")).isEqualTo(ExitCode.FINE);
	}

	@Test
	void withoutUndoNothingIsTakenBack() throws IOException {
		run("migrate");
		Files.delete(this.folder.resolve("undo/U0002__product_title.sql"));
		assertThat(run("migrate", "0001")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said)
			.isEqualTo("V0002__product_title has no undo: " + this.folder.resolve("undo/U0002__product_title.sql")
					+ " is missing. " + "Write it, or an empty one for \"nothing to undo\".\n");
		assertThat(migrator().version()).isEqualTo(new Version("0003"));
		Files.writeString(this.folder.resolve("undo/U0002__product_title.sql"), "");
		assertThat(run("migrate", "0001")).isEqualTo(ExitCode.FINE);
	}

	@Test
	void aFakeIsTheRowFlywayWouldWrite() {
		run("migrate", "0002");
		this.database.execute("ALTER TABLE shop_product ADD COLUMN note text");
		assertThat(run("migrate", "--fake")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("  recorded without running: V0003__product_note\n  drift: none\n");
		flyway().validate();
		assertThat(run("migrate", "0002", "--fake")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("""
				  recorded as taken back: V0003__product_note
				  + column shop_product.note text   (unknown)
				""");
	}

	@Test
	void anUndoThatFailsIsNamedWithItsLineAndTakesNothingBack() throws IOException {
		run("migrate");
		Path undo = this.folder.resolve("undo/U0003__product_note.sql");
		Files.writeString(undo, "-- by hand; twice\n" + Files.readString(undo) + "\nDROP TABLE gone;\n");
		assertThat(run("migrate", "0002", "--accept-loss")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains(
				"Cannot take back V0003__product_note: " + undo + ":5: " + "ERROR: table \"gone\" does not exist",
				"It stays applied.", "hint: correct the file and run again");
		assertThat(run("drift")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	@Test
	void aDatabaseThatIsThereIsRecordedIfItIsWhatTheFirstMigrationMakes() throws IOException {
		this.database.execute(Files.readString(this.folder.resolve("migration/V0001__initial.sql")));
		assertThat(run("migrate", "--fake-initial")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("""
				  recorded without running: V0001__initial
				  V0002__product_title   done in n ms
				  V0003__product_note   done in n ms
				""");
		assertThat(run("drift")).isEqualTo(ExitCode.FINE);
	}

	@Test
	void aDatabaseThatIsOtherwiseIsRefused() throws IOException {
		this.database.execute(Files.readString(this.folder.resolve("migration/V0001__initial.sql")),
				"ALTER TABLE shop_product ADD COLUMN extra text");
		assertThat(run("migrate", "--fake-initial")).isEqualTo(ExitCode.CONFLICT);
		assertThat(this.said).contains("- column shop_product.extra text")
			.contains("the database is not what V0001__initial makes");
	}

	@Test
	void driftNamesWhatIsMissingUnknownAndOtherwise() {
		run("migrate");
		this.database.execute("DROP INDEX shop_product_category_id_idx", "ALTER TABLE shop_product ADD COLUMN tmp text",
				"ALTER TABLE shop_product ALTER COLUMN title TYPE text");
		assertThat(run("drift")).isEqualTo(ExitCode.TO_DO);
		assertThat(this.said).isEqualTo(
				"""
						  default at V0003:
						  + column shop_product.tmp text   (unknown)
						  \u2260 column shop_product.title text not null   (expected column shop_product.title varchar(200) not null)
						  - index shop_product.shop_product_category_id_idx (category_id)   (missing)
						  write it down: record --from-database     put it back: drift --sql
						""");
	}

	@Test
	void aLockedTableIsTriedAgain() throws Exception {
		run("migrate", "0002");
		Migrator patient = new Migrator(flyway(),
				new LockTimeout(Duration.ofMillis(50), 100, Duration.ofMillis(20), Duration.ofMillis(50)));
		try (Connection holder = this.database.dataSource().getConnection();
				Statement statement = holder.createStatement()) {
			holder.setAutoCommit(false);
			statement.execute("LOCK TABLE shop_product IN ACCESS SHARE MODE");
			Thread migration = new Thread(patient::migrate);
			migration.start();
			Thread.sleep(300);
			assertThat(value("SELECT count(*) FROM flyway_schema_history")).isEqualTo("2");
			holder.commit();
			holder.setAutoCommit(true);
			migration.join();
		}
		assertThat(migrator().version()).isEqualTo(new Version("0003"));
	}

	@Test
	void aTableThatStaysLockedIsReportedWithWhoHoldsIt() throws SQLException {
		run("migrate", "0002");
		Migrator hasty = new Migrator(flyway(),
				new LockTimeout(Duration.ofMillis(20), 2, Duration.ofMillis(1), Duration.ofMillis(1)));
		try (Connection holder = this.database.dataSource().getConnection();
				Statement statement = holder.createStatement()) {
			holder.setAutoCommit(false);
			statement.execute("LOCK TABLE shop_product IN ACCESS SHARE MODE");
			assertThatExceptionOfType(MigrationException.class).isThrownBy(hasty::migrate)
				.withMessageContaining("did not get its lock within 20 ms, 2 times")
				.withMessageContaining("idle in transaction, open for");
			holder.rollback();
			holder.setAutoCommit(true);
		}
		assertThat(hasty.migrate()).isEqualTo(1);
	}

	@Test
	void aConcurrentIndexDoesNotWaitForItself() throws SQLException {
		run("migrate");
		this.models = products(FieldDescription.of("title", "title", String.class, Flag.INDEX).size(200, 0, 0),
				CATEGORY, NOTE);
		make("--online");
		assertThat(run("migrate")).isEqualTo(ExitCode.FINE);
		assertThat(value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'shop_product_title_idx'::regclass"))
			.isEqualTo("t");
		assertThat(run("drift")).isEqualTo(ExitCode.FINE);
		assertThat(run("migrate", "0003")).isEqualTo(ExitCode.FINE);
		assertThat(run("drift")).isEqualTo(ExitCode.FINE);
		assertThat(run("migrate")).isEqualTo(ExitCode.FINE);
	}

	@Test
	void aConcurrentIndexThatFailedIsClearedAwayAndRunsAgain() throws IOException, SQLException {
		run("migrate");
		this.database.execute("INSERT INTO shop_category (name) VALUES ('a')",
				"INSERT INTO shop_product (title, category_id) VALUES ('same', 1), ('same', 1)");
		this.models = products(TITLE, CATEGORY, NOTE);
		Files.writeString(this.folder.resolve("migration/V0004__titles.sql"),
				"CREATE UNIQUE INDEX CONCURRENTLY titles ON shop_product (title);");
		assertThat(run("migrate")).isEqualTo(ExitCode.USAGE);
		run("showmigrations");
		assertThat(this.said).contains("[!] V0004__titles   failed");
		this.database.execute("UPDATE shop_product SET title = 'other' WHERE id = 2");
		assertThat(run("repair")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("""
				  dropped index titles, which was not finished
				  forgot that V0004__titles.sql failed; it runs again
				""");
		assertThat(run("migrate")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'titles'::regclass")).isEqualTo("t");
		run("repair");
		assertThat(this.said).isEqualTo("  nothing to repair\n");
	}

	@Test
	void aFileThatChangedIsAcceptedOnlyWhereAskedFor() throws IOException {
		run("migrate");
		Path file = this.folder.resolve("migration/V0003__product_note.sql");
		Files.writeString(file, "-- a note for people\n" + Files.readString(file));
		assertThat(run("migrate")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("version 0003",
				"Put it back as it was, or take it as it is now: repair --checksums");
		run("repair");
		assertThat(flyway().validateWithResult().validationSuccessful).isFalse();
		assertThat(run("repair", "--checksums")).isEqualTo(ExitCode.FINE);
		assertThat(flyway().validateWithResult().validationSuccessful).isTrue();
	}

	@Test
	void aSchemaOfItsOwnIsMigratedTakenBackAndCompared() throws SQLException {
		Flyway flyway = Flyway.configure()
			.dataSource(this.database.dataSource())
			.schemas("tenant")
			.locations("filesystem:" + this.folder.resolve("migration"))
			.load();
		Migrator migrator = new Migrator(flyway, LockTimeout.STANDARD);
		migrator.migrate();
		assertThat(migrator.drift().changes()).isEmpty();
		migrator.rollBack(new Version("0001"));
		assertThat(migrator.drift().changes()).isEmpty();
		assertThat(value("SELECT to_regclass('tenant.shop_product') IS NOT NULL AND to_regclass('public.shop_product') "
				+ "IS NULL AND current_schema() = 'public'"))
			.isEqualTo("t");
	}

	@Test
	void threeMigratorsAtOnceRunEachMigrationOnce() throws Exception {
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			threads.add(new Thread(() -> migrator().migrate()));
		}
		threads.forEach(Thread::start);
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(value("SELECT count(*) FROM flyway_schema_history WHERE version IS NOT NULL")).isEqualTo("3");
		assertThat(run("drift")).isEqualTo(ExitCode.FINE);
	}

}

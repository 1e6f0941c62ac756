package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.orm.journal.Version;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.apply.Rollback;
import dev.orm.migration.apply.step.DataMigration;
import dev.orm.migration.apply.step.MigrationTables;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.manage.CommandLine;
import dev.orm.migration.manage.Project;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.steps.V0002__Backfill_slugs;
import dev.orm.migration.steps.V0002__Number_rows;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;
import dev.orm.model.TableName;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Migrations that change rows: in SQL, in batches, in Java. */
class DataStepTests {

	@TempDir
	Path project;

	private final TestDatabase database = TestDatabase.create();

	private final ModelRegistry models = ModelRegistry.bound(
			List.of(new DescribedBinding(new ModelDescription(Category.class, "", TableName.of("shop_category"), null,
					null, List.of(), List.of(), List.of(),
					List.of(FieldDescription.of("id", "id", Long.class, Flag.PRIMARY_KEY, Flag.IDENTITY),
							ShopEvolution.text("name", 50),
							FieldDescription.of("slug", "slug", String.class, Flag.NULLABLE)),
					List.of()))),
			TypeRegistry.standard());

	private String said = "";

	@BeforeEach
	void firstMigration() {
		assertThat(make()).isEqualTo(ExitCode.FINE);
	}

	@AfterEach
	void close() {
		assertThat(this.database.connectionsInUse()).isZero();
		this.database.close();
	}

	private MigrationFiles files() {
		return new MigrationFiles(this.project.resolve("src/main/resources/db"));
	}

	private ExitCode make(String... options) {
		List<String> words = new ArrayList<>(List.of("makemigrations"));
		words.addAll(List.of(options));
		return run(words.toArray(String[]::new));
	}

	private ExitCode run(String... words) {
		RecordedTerminal terminal = new RecordedTerminal();
		ExitCode code = new CommandLine(Project.ofFiles(files(), () -> this.models), terminal).run(List.of(words));
		this.said = terminal.said();
		return code;
	}

	private Migrator migrator(JavaMigration... steps) {
		return new Migrator(Flyway.configure()
			.dataSource(this.database.dataSource())
			.locations("filesystem:" + files().root().resolve("migration"))
			.javaMigrations(steps)
			.load(), LockTimeout.STANDARD);
	}

	private void rows(int number) {
		migrator().migrate(new Version("1"));
		this.database.execute("INSERT INTO shop_category (name) SELECT 'The ' || n || '. Name' FROM generate_series(1, "
				+ number + ") AS n");
	}

	@Test
	void aStepInJavaSeesTheTablesOfItsVersionThereAndBack() throws SQLException {
		assertThat(make("--empty", "--java", "--name=Backfill_slugs")).isEqualTo(ExitCode.FINE);
		rows(12);
		Migrator migrator = migrator(new V0002__Backfill_slugs());
		assertThat(migrator.migrate()).isEqualTo(1);
		assertThat(this.database.texts("SELECT slug FROM shop_category ORDER BY id LIMIT 2"))
			.containsExactly("the-1-name", "the-2-name");
		assertThat(migrator.drift().changes()).isEmpty();
		assertThat(migrator.rollBack(new Version("1"))).extracting(Rollback.Done::title)
			.containsExactly("V0002__Backfill_slugs");
		assertThat(this.database.texts("SELECT count(slug) FROM shop_category")).containsExactly("0");
		assertThat(migrator.migrate()).isEqualTo(1);
	}

	@Test
	void aStepThatWasCutGoesOnWhereItWas() throws SQLException {
		make("--empty", "--java", "--name=Number_rows");
		rows(6);
		V0002__Number_rows cut = new V0002__Number_rows("The 4. Name");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator(cut).migrate())
			.withMessageContaining("no The 4. Name");
		assertThat(this.database.texts("SELECT count(slug) FROM shop_category")).containsExactly("2");
		V0002__Number_rows whole = new V0002__Number_rows("");
		migrator(whole).repair();
		assertThat(migrator(whole).migrate()).isEqualTo(1);
		assertThat(whole.seen()).hasSize(4).first().isEqualTo("The 3. Name");
		assertThat(this.database.texts("SELECT slug FROM shop_category ORDER BY id")).containsExactly("1", "2", "3",
				"4", "5", "6");
	}

	@Test
	void aStepWithoutAWayBackSaysSoBeforeAnythingHappens() {
		make("--empty", "--java", "--name=Number_rows");
		Migrator migrator = migrator(new V0002__Number_rows(""));
		migrator.migrate();
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator.rollbacks(Version.ZERO))
			.withMessage("V0002__Number_rows cannot be taken back: it has no method backward. Write it, or an empty "
					+ "one for \"nothing to undo\".");
		assertThat(migrator.version()).isEqualTo(new Version("0002"));
	}

	@Test
	void namesThatAreNotThereAtThatVersionAreRefused() {
		make("--empty", "--java", "--name=Ask");
		rows(1);
		assertThat(asked((db) -> db.table("shop_product")))
			.contains("There is no table 'shop_product' at Ask. Choices: shop_category");
		assertThat(asked((db) -> db.table("shop_category").update((row) -> row.set("title", "x"))))
			.contains("Table 'shop_category' has no column 'title' at Ask. Choices: id, name, slug");
		assertThat(asked((db) -> db.table("shop_category").forEach((row) -> row.text("title"))))
			.contains("has no column 'title'");
		assertThat(asked((db) -> db.table("shop_category").insert(Map.of("title", "x"))))
			.contains("has no column 'title'");
	}

	@Test
	void rowsAreCountedInsertedAndDeleted() {
		make("--empty", "--java", "--name=Ask");
		rows(3);
		List<Object> found = new ArrayList<>();
		migrator(new Ask((db) -> {
			found.add(db.table("shop_category").where("id > ?", 1).where("id < ?", 3).count());
			found.add(db.table("shop_category").where("name LIKE ?", "%3%").delete());
			db.table("shop_category").insert(Map.of("name", "new", "id", "9"));
			db.table("shop_category").where("id = 9").forEach((row) -> found.add(row.get("id", Long.class)));
			found.add(db.execute("UPDATE shop_category SET slug = ? WHERE id < ?", "x", 3));
			found.add(db.serverVersion() >= 15);
		})).migrate();
		assertThat(found).containsExactly(1L, 1, 9L, 2, true);
	}

	private String asked(Consumer<MigrationTables> question) {
		try {
			migrator(new Ask(question)).migrate();
			return "nothing refused";
		}
		catch (MigrationException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	@Test
	void batchesInSqlCommitInBetweenAndRunInNoTransaction() throws IOException, SQLException {
		assertThat(make("--empty", "--name=backfill", "--batches=shop_category")).as(this.said)
			.isEqualTo(ExitCode.FINE);
		Path file = files().root().resolve("migration/V0002__backfill.sql");
		Files.writeString(file,
				Files.readString(file)
					.replace("column = expression", "slug = pg_current_xact_id()::text")
					.replace("column IS NULL", "slug IS NULL")
					.replace("LIMIT 10000", "LIMIT 4"));
		assertThat(file.resolveSibling("V0002__backfill.sql.conf")).hasContent("executeInTransaction=false");
		rows(10);
		assertThat(migrator().migrate()).isEqualTo(1);
		assertThat(this.database.texts("SELECT count(*) FROM shop_category GROUP BY slug ORDER BY min(id)"))
			.containsExactly("4", "4", "2");
		assertThat(migrator().rollBack(new Version("1"))).extracting(Rollback.Done::title)
			.containsExactly("V0002__backfill");
	}

	@Test
	void batchesNeedATableWithAKey() {
		assertThat(make("--empty", "--name=backfill", "--batches=shop_product")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("there is no table shop_product. Choices: shop_category");
		assertThat(make("--empty", "--name=back fill")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("'back fill' is no name of a file");
	}

	@Test
	void aStepInJavaIsAFileWithItsEntryLikeOthers() throws IOException {
		make("--empty", "--java", "--name=Backfill_slugs");
		Path file = this.project.resolve("src/main/java/db/migration/V0002__Backfill_slugs.java");
		assertThat(file).content().contains("public final class V0002__Backfill_slugs extends DataMigration {");
		assertThat(run("check")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(run("lint")).as(this.said).isEqualTo(ExitCode.FINE);
		Files.writeString(file, Files.readString(file)
			.replace("void backward", "void back")
			.replace("import dev.orm.migration.apply.step.DataMigration;",
					"import dev.orm.migration.apply.step.DataMigration;\nimport dev.orm.migration.DataStepTests.CategoryPath;"));
		assertThat(run("lint")).isEqualTo(ExitCode.LINT);
		assertThat(this.said).contains("error data-live-model").contains("warn data-irreversible");
		assertThat(run("discard")).isEqualTo(ExitCode.FINE);
		assertThat(file).doesNotExist();
	}

	abstract static class Category extends Model {

	}

	/** A step of a test, which Flyway is told the version of. */
	private static final class Ask extends DataMigration {

		private final Consumer<MigrationTables> question;

		private Ask(Consumer<MigrationTables> question) {
			this.question = question;
		}

		@Override
		protected void init() {
		}

		@Override
		public MigrationVersion getVersion() {
			return MigrationVersion.fromVersion("0002");
		}

		@Override
		public String getDescription() {
			return "Ask";
		}

		@Override
		protected void forward(MigrationTables db) {
			this.question.accept(db);
		}

	}

}

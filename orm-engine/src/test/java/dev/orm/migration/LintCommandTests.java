package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.orm.journal.Version;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.manage.Project;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/** What the linter's errors stop, and what a database adds to them. */
class LintCommandTests extends ShopFiles {

	private Migrator migrator(TestDatabase database) {
		return migrator(database, this.folder, LockTimeout.STANDARD);
	}

	@BeforeEach
	void aUniqueConstraintOfATableThatExists() {
		files("makemigrations");
		this.models = products(FieldDescription.of("name", "name", String.class, Flag.UNIQUE).size(200, 0, 0),
				CATEGORY);
		files("makemigrations");
		assertThat(this.said).contains("error lock-unique");
	}

	private void change(String file, String from, String to) throws IOException {
		Path path = this.folder.resolve(file);
		String text = Files.readString(path);
		assertThat(text).contains(from);
		Files.writeString(path, text.replace(from, to));
	}

	@Test
	void errorsAboutLocksStopACheckWhereTheJournalPromisesNone() throws IOException {
		assertThat(files("check")).as(this.said).isEqualTo(ExitCode.FINE);
		change("schema.journal", "postgres 15\n", "postgres 15\nonline shop_product\n");
		assertThat(files("check")).isEqualTo(ExitCode.LINT);
		assertThat(this.said).contains("error lock-unique  shop_product.shop_product_name_key: everybody waits",
				"# orm:allow RULE because");
		change("schema.journal", "V0002", "# orm:allow lock-unique because the table was small then\nV0002");
		assertThat(files("check")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	@Test
	void aWarningAboutAWholeFileNamesItAsItIsWritten() {
		this.models = products(NAME, CATEGORY, FieldDescription.of("stock", "stock", Integer.class));
		files("makemigrations", "--name=stock", "--fill=shop_product.stock=length(name)");
		assertThat(this.said).contains("warn data-unbatched  V0003__stock: all rows are changed in one transaction");
	}

	@Test
	void aLineThatSilencesNothingIsTold() throws IOException {
		change("schema.journal", "V0002", "# orm:allow lock-index because it was small then\nV0002");
		assertThat(files("check")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("warn allow-unused  schema.journal: '# orm:allow lock-index because it was "
				+ "small then' silences nothing.   fix: delete it\n");
		assertThat(files("lint")).isEqualTo(ExitCode.LINT);
		assertThat(this.said).contains("warn allow-unused");
	}

	@Test
	void anUndoThatIsNotWantedIsNotMissed() throws IOException {
		Files.delete(this.folder.resolve("undo/U0002__product_name_key.sql"));
		files("check");
		assertThat(this.said).contains("data-irreversible: V0002__product_name_key has no undo");
		change("migration/V0002__product_name_key.sql", "ALTER",
				"-- orm:allow data-irreversible because nobody goes back\n\nALTER");
		assertThat(files("check")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).startsWith("models, journal and files agree");
	}

	@Test
	void otherErrorsStopACheckAlways() throws IOException {
		Path file = this.folder.resolve("migration/V0002__product_name_key.sql");
		Files.writeString(file, Files.readString(file) + "-- ${version}\n");
		assertThat(files("check")).isEqualTo(ExitCode.LINT);
		assertThat(this.said).contains("error history-placeholder");
	}

	@Test
	void aFileThatComesLateIsNamed() throws IOException {
		Files.writeString(this.folder.resolve("migration/V0001_5__late.sql"), "SELECT 1;\n");
		assertThat(files("check")).isEqualTo(ExitCode.CONFLICT);
		assertThat(this.said)
			.startsWith("history-order: V0001_5__late.sql has no entry in the journal and comes before "
					+ "0002, which databases may have run.  fix: give it a version after that, then record\n");
	}

	@Test
	void whatADatabaseHasNotRunIsWeighedByItsRows() {
		try (TestDatabase database = TestDatabase.create()) {
			assertThat(run(Project.ofDatabase(migrator(database), () -> this.models), "lint")).isEqualTo(ExitCode.FINE);
			assertThat(this.said).contains("warn lock-unique  shop_product.shop_product_name_key (about 0 rows)");
			migrator(database).migrate(new Version("1"));
			Project project = Project.ofDatabase(migrator(database), () -> this.models);
			assertThat(run(project, "lint")).as("the server never looked").isEqualTo(ExitCode.LINT);
			database.execute("INSERT INTO shop_category (name) VALUES ('all')",
					"INSERT INTO shop_product (name, category_id) SELECT n, 1 FROM generate_series(1, 300) n",
					"ANALYZE shop_product");
			assertThat(run(project, "lint")).isEqualTo(ExitCode.FINE);
			assertThat(this.said).contains("warn lock-unique  shop_product.shop_product_name_key (about 300 rows)");
			migrator(database).migrate();
			assertThat(run(project, "lint")).isEqualTo(ExitCode.FINE);
			assertThat(this.said).isEqualTo("  nothing found\n");
		}
	}

	@Test
	void anUndoThatIsMissingIsNamed() throws IOException {
		Files.delete(this.folder.resolve("undo/U0002__product_name_key.sql"));
		files("lint");
		assertThat(this.said).contains("warn data-irreversible  V0002__product_name_key: it cannot be taken back");
	}

	@Test
	void tablesOfOtherSchemasAndPartitionsAreCounted() {
		try (TestDatabase database = TestDatabase.create()) {
			database.execute("CREATE TABLE whole (day date NOT NULL) PARTITION BY RANGE (day)",
					"CREATE TABLE part PARTITION OF whole FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
					"INSERT INTO whole SELECT '2026-05-05' FROM generate_series(1, 40)", "ANALYZE part");
			assertThat(migrator(database).rowCounts()).containsEntry("whole", 40L).doesNotContainKey("part");
		}
	}

}

package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalException;
import dev.orm.journal.Version;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Files as Flyway takes them, which are not named and do not lie as ours do. */
class OddFilesTests extends ShopCommands {

	@BeforeEach
	void first() {
		make();
	}

	private void write(String file, String text) throws IOException {
		Path path = this.folder.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, text);
	}

	private Migrator flyway(UnaryOperator<FluentConfiguration> more) {
		return new Migrator(more
			.apply(Flyway.configure()
				.dataSource(this.database.dataSource())
				.locations("filesystem:" + root().resolve("migration")))
			.load(), LockTimeout.STANDARD);
	}

	@ParameterizedTest
	@ValueSource(strings = { "V0002__größe ändern.sql", "V0002__add-index.sql", "2026/V0002__by_hand.sql",
			"a/b/V0002__x y-z.sql" })
	void whatFlywayRunsIsKnownByNameAndVersion(String file) throws IOException {
		write("migration/" + file, "CREATE INDEX by_hand ON shop_product (name);");
		String name = file.substring(file.lastIndexOf('/') + 1).replace(".sql", "");
		write("undo/U" + name.substring(1) + ".sql", "DROP INDEX by_hand;");
		assertThat(files("check")).isEqualTo(ExitCode.CONFLICT);
		assertThat(this.said).contains("history-unrecorded: " + name);
		assertThat(files("record", "--rows-only")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(files("check")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(files("sqlmigrate", "0002")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("CREATE INDEX by_hand");
		this.models = products(NAME, CATEGORY, NOTE);
		make();
		assertThat(this.folder.resolve("migration/V0003__product_note.sql")).exists();
		assertThat(database("migrate")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(database("migrate", "0001")).as(this.said).isEqualTo(ExitCode.FINE);
		nothingDrifts();
	}

	@Test
	void anUndoTakesThePlaceholdersOfItsMigration() throws IOException {
		write("migration/V0002__comment.sql", "COMMENT ON TABLE shop_product IS '${said}';");
		write("undo/U0002__comment.sql", "COMMENT ON TABLE shop_product IS '${before} ${unknown}';");
		write("migration/V0003__comment_off.sql", "SELECT 1;");
		write("undo/U0003__comment_off.sql", "COMMENT ON TABLE shop_category IS '${before}';");
		write("undo/U0003__comment_off.sql.conf", "placeholderReplacement=false\n");
		Migrator migrator = flyway((flyway) -> flyway.placeholders(Map.of("said", "now", "before", "then")));
		migrator.migrate();
		migrator.rollBack(new Version("1"));
		assertThat(this.database.texts("SELECT obj_description('shop_product'::regclass)"))
			.containsExactly("then ${unknown}");
		assertThat(this.database.texts("SELECT obj_description('shop_category'::regclass)"))
			.containsExactly("${before}");
	}

	@Test
	void aSessionIsLeftAsItWas() throws SQLException {
		this.database.execute("CREATE SCHEMA mine", "CREATE SCHEMA extensions");
		try (Connection one = this.database.dataSource().getConnection(); Statement statement = one.createStatement()) {
			statement.execute("SET search_path = public, extensions");
		}
		Migrator migrator = flyway((flyway) -> flyway.defaultSchema("mine").schemas("mine"));
		migrator.migrate();
		migrator.rollBack(Version.ZERO);
		List<String> paths = this.database.texts("SHOW search_path");
		assertThat(paths).containsExactly("public, extensions");
	}

	@Test
	void anUndoBeginsAsFlywayDoes() throws IOException {
		write("migration/V0002__who.sql", "SELECT 1;");
		write("undo/U0002__who.sql", "CREATE TABLE who AS SELECT current_setting('app.who') AS name;");
		Migrator migrator = flyway((flyway) -> flyway.initSql("SET app.who = 'owner'"));
		migrator.migrate();
		migrator.rollBack(new Version("1"));
		assertThat(this.database.texts("SELECT name FROM who")).containsExactly("owner");
	}

	@Test
	void whatAnUndoOutsideOfATransactionHasDoneIsSaid() throws IOException {
		write("migration/V0002__index.sql", "CREATE INDEX CONCURRENTLY by_name ON shop_product (name);");
		write("undo/U0002__index.sql", "DROP INDEX CONCURRENTLY IF EXISTS by_name;\nSELECT 1 / 0;");
		migrator().migrate();
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator().rollBack(new Version("1")))
			.withMessageContaining("U0002__index.sql:2: ERROR: division by zero. It counts as applied, but runs in no "
					+ "transaction: what comes before that line is taken back.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "add weight", "a/b", "größe", "x\ny" })
	void aNameThatIsNoneIsRefused(String name) {
		this.models = products(NAME, CATEGORY, NOTE);
		assertThat(files("makemigrations", "--name=" + name)).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("is no name of a file: letters, digits and underscores");
		assertThat(files("revert", "0001", "--name=" + name)).isEqualTo(ExitCode.USAGE);
	}

	@Test
	void withoutItsJournalNothingIsMadeAgain() throws IOException {
		Files.delete(this.folder.resolve("schema.journal"));
		assertThat(files("makemigrations")).isEqualTo(ExitCode.CONFLICT);
		assertThat(this.said).contains("schema.journal has no entries, and there is V0001__initial.sql.",
				"hint: bring the journal back");
	}

	@Test
	void whoComesSecondWritesNothing() throws IOException {
		Journal before = sources().journal();
		this.models = products(NAME, CATEGORY, NOTE);
		make();
		assertThatExceptionOfType(JournalException.class).isThrownBy(() -> sources().append(before, before, List.of()))
			.withMessageContaining("it was changed by another process meanwhile. hint: nothing is written, run again");
		assertThat(this.folder).isDirectoryNotContaining("glob:**.lock");
	}

}

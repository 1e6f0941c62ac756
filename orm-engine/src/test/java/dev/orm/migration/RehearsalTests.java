package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.orm.meta.ModelRegistry;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.manage.CommandLine;
import dev.orm.migration.manage.ExitCode;
import dev.orm.migration.manage.Project;
import dev.orm.model.FieldDescription;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.TITLE;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/** Migrations are tried on a database that is thrown away. */
class RehearsalTests {

	@RegisterExtension
	static final TestDatabase server = TestDatabase.create();

	@TempDir
	Path folder;

	private ModelRegistry models = products(NAME, CATEGORY);

	private String said = "";

	private ExitCode run(String... words) {
		RecordedTerminal terminal = new RecordedTerminal();
		ExitCode code = new CommandLine(Project.ofFiles(new MigrationFiles(this.folder), () -> this.models), terminal)
			.run(List.of(words));
		this.said = terminal.said();
		return code;
	}

	private ExitCode tried(String... words) throws SQLException {
		List<String> all = new ArrayList<>(List.of(words));
		try (Connection connection = server.dataSource().getConnection()) {
			all.add("--scratch=" + server.url() + (server.url().contains("?") ? "&" : "?") + "user="
					+ connection.getMetaData().getUserName());
		}
		return run(all.toArray(String[]::new));
	}

	@Test
	void allMigrationsRunForwardAndBack() throws SQLException {
		run("makemigrations");
		this.models = products(TITLE, CATEGORY);
		run("makemigrations", "--online", "--rename=shop_product.name:title");
		run("contract", "product_title_contract");
		run("makemigrations", "--empty", "--name=rows");
		assertThat(tried("verify")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("5 migrations run forward and back");
		assertThat(run("squash", "--keep=rows")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(tried("verify")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("the baseline makes the same");
	}

	@Test
	void aFileThatDoesOtherThanTheJournalSaysIsFound() throws SQLException, IOException {
		run("makemigrations");
		Path undo = this.folder.resolve("undo/U0001__initial.sql");
		Files.writeString(this.folder.resolve("migration/V0001__initial.sql"),
				"CREATE TABLE by_hand (id bigint PRIMARY KEY);", StandardOpenOption.APPEND);
		assertThat(tried("verify")).isEqualTo(ExitCode.CONFLICT);
		assertThat(this.said).contains("after V0001__initial the journal asks for:  - table by_hand",
				"after taking back V0001__initial the journal asks for:  - table by_hand");
		Files.delete(undo);
		tried("verify");
		assertThat(this.said).contains("warn V0001__initial has no undo");
	}

	@Test
	void aFileWrittenByHandIsRecordedByWhatItDoesThere() throws SQLException, IOException {
		run("makemigrations");
		Files.writeString(this.folder.resolve("migration/V0002__note.sql"), """
				ALTER TABLE shop_product ADD COLUMN note text;
				INSERT INTO shop_category (name) VALUES ('new');
				DROP INDEX IF EXISTS nobody_made_it;
				""");
		assertThat(run("record")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).startsWith("what does V0002__note do?  --scratch=URL: see what it changes there");
		assertThat(tried("record", "--rows-only")).isEqualTo(ExitCode.USAGE);
		assertThat(tried("record")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("  V0002__note   1 changes recorded\n      + column shop_product.note text\n");
		this.models = products(NAME, CATEGORY, NOTE);
		assertThat(run("check")).as(this.said).isEqualTo(ExitCode.FINE);
		Files.writeString(this.folder.resolve("migration/V0003__no_note.sql"),
				"ALTER TABLE shop_product DROP COLUMN note;");
		tried("record");
		assertThat(this.said)
			.isEqualTo("  V0003__no_note   1 changes recorded\n      - column shop_product.note text\n");
	}

	@Test
	void verifyNeedsAServerToPlayWith() {
		run("makemigrations");
		assertThat(run("verify")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("which server may be played with?  --scratch=jdbc:postgresql://");
		assertThat(run("verify", "--scratch=oracle")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("'oracle' is no URL of a PostgreSQL database");
	}

	@Test
	void eachStatementIsMeasured() throws SQLException, IOException {
		run("makemigrations");
		this.models = products(NAME, CATEGORY, NOTE, FieldDescription.of("stock", "stock", Integer.class));
		run("makemigrations", "--fill=shop_product.stock=length(name)");
		this.models = products(NAME, CATEGORY, NOTE, FieldDescription.of("stock", "stock", Long.class));
		run("makemigrations");
		Files.writeString(this.folder.resolve("migration/V0003__product_stock.sql"),
				"DO $$ BEGIN EXECUTE 'LOCK shop_category IN SHARE MODE'; END $$;", StandardOpenOption.APPEND);
		tried("lint", "--rehearse", "--all");
		assertThat(this.said).contains(
				"ALTER TABLE \"shop_product\" ADD COLUMN \"note\" text | ACCESS EXCLUSIVE shop_product\n",
				"UPDATE \"shop_product\" SET \"stock\" = length(name) WHERE \"stock\" IS NULL | scans shop_product\n",
				"ALTER TABLE \"shop_product\" ALTER COLUMN \"stock\" SET NOT NULL | scans shop_product\n",
				"ALTER TABLE \"shop_product\" ALTER COLUMN \"stock\" TYPE bigint | ACCESS EXCLUSIVE shop_product"
						+ " | rewrites shop_product",
				"DO $$ BEGIN EXECUTE 'LOCK shop_category IN SHARE MODE'; END $$ | SHARE shop_category\n");
	}

}

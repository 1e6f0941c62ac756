package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import dev.orm.migration.command.ExitCode;
import dev.orm.model.FieldDescription;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.TITLE;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/** Migrations are tried on a database that is thrown away. */
class RehearsalTests extends ShopFiles {

	@RegisterExtension
	static final TestDatabase server = TestDatabase.create();

	private ExitCode tried(String... words) {
		List<String> all = new ArrayList<>(List.of(words));
		all.add("--scratch=" + server.url());
		return files(all.toArray(String[]::new));
	}

	@Test
	void allMigrationsRunForwardAndBack() {
		files("makemigrations");
		this.models = products(TITLE, CATEGORY);
		files("makemigrations", "--online", "--rename=shop_product.name:title");
		files("contract", "product_title_contract");
		files("makemigrations", "--empty", "--name=rows");
		assertThat(tried("verify")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("5 migrations run forward and back");
		assertThat(files("squash", "--keep=rows")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(tried("verify")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("the baseline makes the same");
	}

	@Test
	void aFileThatDoesOtherThanTheJournalSaysIsFound() throws IOException {
		files("makemigrations");
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
	void aFileWrittenByHandIsRecordedByWhatItDoesThere() throws IOException {
		files("makemigrations");
		Files.writeString(this.folder.resolve("migration/V0002__note.sql"), """
				ALTER TABLE shop_product ADD COLUMN note text;
				INSERT INTO shop_category (name) VALUES ('new');
				DROP INDEX IF EXISTS nobody_made_it;
				""");
		assertThat(files("record")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).startsWith("what does V0002__note do?  --scratch=URL: see what it changes there");
		assertThat(tried("record", "--rows-only")).isEqualTo(ExitCode.USAGE);
		assertThat(tried("record")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("  V0002__note   1 changes recorded\n      + column shop_product.note text\n");
		this.models = products(NAME, CATEGORY, NOTE);
		assertThat(files("check")).as(this.said).isEqualTo(ExitCode.FINE);
		Files.writeString(this.folder.resolve("migration/V0003__no_note.sql"),
				"ALTER TABLE shop_product DROP COLUMN note;");
		tried("record");
		assertThat(this.said)
			.isEqualTo("  V0003__no_note   1 changes recorded\n      - column shop_product.note text\n");
	}

	@Test
	void verifyNeedsAServerToPlayWith() {
		files("makemigrations");
		assertThat(files("verify")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("which server may be played with?  --scratch=jdbc:postgresql://");
		assertThat(files("verify", "--scratch=oracle")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("'oracle' is no URL of a PostgreSQL database");
	}

	@Test
	void eachStatementIsMeasured() throws IOException {
		files("makemigrations");
		this.models = products(NAME, CATEGORY, NOTE, FieldDescription.of("stock", "stock", Integer.class));
		files("makemigrations", "--fill=shop_product.stock=length(name)");
		this.models = products(NAME, CATEGORY, NOTE, FieldDescription.of("stock", "stock", Long.class));
		files("makemigrations");
		Files.writeString(this.folder.resolve("migration/V0003__product_stock.sql"),
				"-- by hand\nDO $$ BEGIN EXECUTE 'LOCK shop_category IN SHARE MODE'; END $$;",
				StandardOpenOption.APPEND);
		tried("lint", "--rehearse", "--all");
		assertThat(this.said).contains(
				"ALTER TABLE \"shop_product\" ADD COLUMN \"note\" text | ACCESS EXCLUSIVE shop_product\n",
				"UPDATE \"shop_product\" SET \"stock\" = length(name) WHERE \"stock\" IS NULL | scans shop_product\n",
				"ALTER TABLE \"shop_product\" ALTER COLUMN \"stock\" SET NOT NULL | scans shop_product\n",
				"ALTER TABLE \"shop_product\" ALTER COLUMN \"stock\" TYPE bigint | ACCESS EXCLUSIVE shop_product"
						+ " | rewrites shop_product",
				"  DO $$ BEGIN EXECUTE 'LOCK shop_category IN SHARE MODE'; END $$ | SHARE shop_category\n");
	}

	@Test
	void aTableThatNoFactSaysIsWrittenAnewIsSilencedAboveItsStatement() throws IOException {
		files("makemigrations");
		files("makemigrations", "--empty", "--name=shout");
		Path step = this.folder.resolve("migration/V0002__shout.sql");
		String rewrite = "ALTER TABLE shop_product ALTER COLUMN name TYPE varchar(200) USING upper(name);\n";
		Files.writeString(step, "SELECT 1;\n" + rewrite);
		assertThat(tried("lint", "--rehearse")).isEqualTo(ExitCode.LINT);
		Files.writeString(step, "SELECT 1;\n-- orm:allow lock-rewrite because it has ten rows\n" + rewrite);
		assertThat(tried("lint", "--rehearse")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).doesNotContain("allow-unused");
		Files.writeString(step, "-- orm:allow lock-rewrite because it has ten rows\nSELECT 1;\n" + rewrite);
		assertThat(tried("lint", "--rehearse")).isEqualTo(ExitCode.LINT);
	}

}

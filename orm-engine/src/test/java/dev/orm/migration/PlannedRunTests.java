package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;

import dev.orm.journal.Version;
import dev.orm.migration.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.TITLE;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/** What a plan tells before anything runs, and what an undo asks of the rows. */
class PlannedRunTests extends ShopCommands {

	@BeforeEach
	void migrations() {
		make();
		this.models = products(TITLE, CATEGORY);
		make("--rename=shop_product.name:title");
		this.models = products(TITLE, CATEGORY, NOTE);
		make();
	}

	@Test
	void aPlanShowsChangesAndTheirStatements() {
		assertThat(database("migrate", "--plan", "--sql")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).endsWith("""
				  V0002__product_title
				      ~ column shop_product.name -> title
				      locks shop_product ACCESS EXCLUSIVE, no rewrite, no scan
				      ALTER TABLE "shop_product" RENAME COLUMN "name" TO "title";
				  V0003__product_note
				      + column shop_product.note text
				      locks shop_product ACCESS EXCLUSIVE, no rewrite, no scan
				      ALTER TABLE "shop_product" ADD COLUMN "note" text;
				  3 pending
				""");
		database("migrate");
		assertThat(database("migrate", "0001", "--plan", "--sql")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("""
				  undo V0003__product_note
				      - column shop_product.note text
				      -- loses shop_product.note
				      ALTER TABLE "shop_product" DROP COLUMN "note";
				  undo V0002__product_title
				      ~ column shop_product.title -> name
				      ALTER TABLE "shop_product" RENAME COLUMN "title" TO "name";
				""");
		assertThat(database("migrate", "--sql")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).isEqualTo("--sql shows what --plan is about: migrate --plan --sql\n");
	}

	@Test
	void aPlanSaysWhatFactsDoNot() throws IOException {
		make("--empty", "--name=backfill");
		make("--empty", "--name=batched", "--batches=shop_product");
		Files.writeString(this.folder.resolve("migration/V0006__unknown.sql"), "SELECT 1;\n");
		assertThat(database("migrate", "--plan")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).endsWith("""
				  V0004__backfill
				      changes rows only
				  V0005__batched
				      changes rows only
				      runs in no transaction
				  V0006__unknown
				      is not in the journal: what it changes is not known
				  6 pending
				""");
	}

	@Test
	void anUndoThatWouldFailOnRowsIsRefusedBeforeAnythingRuns() throws SQLException {
		this.models = products(TITLE, NOTE);
		make("--name=alone");
		assertThat(this.folder.resolve("undo/U0004__alone.sql")).content()
			.startsWith("-- orm:irreversible if EXISTS (SELECT FROM \"shop_product\") "
					+ "because no value is known for shop_product.category_id: it names a row of shop_category\n");
		database("migrate");
		this.database.execute("INSERT INTO shop_product (title) VALUES ('a')");
		assertThat(database("migrate", "0003", "--plan")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).startsWith("V0004__alone cannot be taken back while EXISTS "
				+ "(SELECT FROM \"shop_product\"): no value is known for shop_product.category_id: it names a row of "
				+ "shop_category.\n  hint: change " + this.folder.resolve("undo/U0004__alone.sql")
				+ " so that it can, and " + "delete its line 'orm:irreversible'");
		assertThat(database("migrate", "0001")).isEqualTo(ExitCode.USAGE);
		assertThat(migrator().version()).isEqualTo(new Version("0004"));
		this.database.execute("DELETE FROM shop_product");
		assertThat(database("migrate", "0001")).isEqualTo(ExitCode.FINE);
		assertThat(database("drift")).isEqualTo(ExitCode.FINE);
	}

	@Test
	void aFillIsAlsoWhatAnUndoGivesRows() throws SQLException {
		this.models = products(TITLE, NOTE);
		make("--fill=shop_product.category_id=(SELECT min(id) FROM shop_category)");
		database("migrate");
		this.database.execute("INSERT INTO shop_category (name) VALUES ('a')",
				"INSERT INTO shop_product (title) VALUES ('a')");
		assertThat(database("migrate", "0003")).isEqualTo(ExitCode.FINE);
		assertThat(this.database.texts("SELECT category_id::text FROM shop_product")).containsExactly("1");
		assertThat(database("drift")).isEqualTo(ExitCode.FINE);
	}

}

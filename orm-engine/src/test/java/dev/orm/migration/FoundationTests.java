package dev.orm.migration;

import java.util.List;

import dev.orm.declare.Meta;
import dev.orm.declare.collation.Collation;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.Version;
import dev.orm.migration.command.ExitCode;
import dev.orm.model.ColumnDetails;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Model;
import org.junit.jupiter.api.Test;

import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Types, domains, sequences and collations are made before what is built of them, and go
 * after it, whenever that is.
 */
class FoundationTests extends ShopCommands {

	private static final FieldDescription MOOD = FieldDescription.of("mood", "mood", String.class, Flag.NULLABLE)
		.type("mood");

	private static final FieldDescription NUMBER = FieldDescription.of("number", "number", Long.class)
		.details(new ColumnDetails("", "nextval('product_numbers')", "", "", null, List.of(), null));

	private static void made(Meta<Model> meta) {
		meta.raw("mood", "CREATE TYPE mood AS ENUM ('sad', 'glad')", "DROP TYPE mood");
		meta.raw("product_numbers", "CREATE SEQUENCE product_numbers", "DROP SEQUENCE product_numbers");
	}

	@Test
	void aFirstMigrationMakesThemFirst() {
		this.models = ShopEvolution.declared(FoundationTests::made, NAME, MOOD, NUMBER);
		make();
		migrator().migrate();
		nothingDrifts();
		this.database.execute("INSERT INTO shop_product (name, mood) VALUES ('Ada', 'glad')");
		assertThat(this.database.texts("SELECT number || ' ' || mood FROM shop_product")).containsExactly("1 glad");
		migrator().rollBack(Version.ZERO);
		assertThat(this.database.texts("SELECT typname FROM pg_type WHERE typname = 'mood'")).isEmpty();
	}

	@Test
	void whatSomebodyDroppedIsDrift() {
		this.models = ShopEvolution.declared((meta) -> {
			made(meta);
			meta.raw("names", "CREATE VIEW names AS SELECT name FROM shop_product", "DROP VIEW names");
			meta.raw("twice", "CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql AS 'SELECT n * 2'",
					"DROP FUNCTION twice");
			meta.raw("searched", "GRANT SELECT ON shop_product TO public", "");
		}, NAME);
		make();
		migrator().migrate();
		nothingDrifts();
		this.database.execute("DROP TYPE mood", "DROP SEQUENCE product_numbers", "DROP VIEW names",
				"DROP FUNCTION twice");
		assertThat(migrator().drift().changes()).extracting((change) -> change.id().name())
			.containsExactlyInAnyOrder("mood", "product_numbers", "names", "twice");
	}

	@Test
	void theyComeWithTheirColumnsAndGoWithThem() {
		this.models = products(NAME);
		make();
		migrator().migrate();
		this.models = ShopEvolution.declared(FoundationTests::made, NAME, MOOD, NUMBER);
		make();
		migrator().migrate();
		nothingDrifts();
		this.models = products(NAME);
		make();
		migrator().migrate();
		nothingDrifts();
		migrator().rollBack(new Version("1"));
		nothingDrifts();
	}

	@Test
	void theyWaitForColumnsThatGoLater() {
		this.models = ShopEvolution.declared((meta) -> {
			made(meta);
			meta.collation(Collation.icu("by_number", "en-u-kn"));
		}, NAME, MOOD, NUMBER, FieldDescription.of("sorted", "sorted", String.class, Flag.NULLABLE)
			.details(new ColumnDetails("", "", "", "by_number", null, List.of(), null)));
		make();
		migrator().migrate();
		this.models = products(NAME);
		make("--online", "--name=plain");
		migrator().migrate();
		nothingDrifts();
		List<JournalEntry> waiting = sources().journal().waiting();
		assertThat(waiting).hasSize(2);
		for (JournalEntry entry : waiting) {
			assertThat(files("contract", entry.name())).as(this.said).isEqualTo(ExitCode.FINE);
			migrator().migrate();
			nothingDrifts();
		}
		assertThat(this.database.texts("SELECT collname FROM pg_collation WHERE collname = 'by_number'")).isEmpty();
		migrator().rollBack(new Version("1"));
		nothingDrifts();
	}

}

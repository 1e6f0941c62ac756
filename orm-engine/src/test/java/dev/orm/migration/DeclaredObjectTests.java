package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.orm.declare.Meta;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.command.ExitCode;
import dev.orm.model.Model;
import org.junit.jupiter.api.Test;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.declared;
import static org.assertj.core.api.Assertions.assertThat;

/** What models declare as it is: views, functions and triggers, built on each other. */
class DeclaredObjectTests extends ShopCommands {

	private static void view(Meta<Model> meta, String name, String select) {
		meta.raw(name, "CREATE VIEW " + name + " AS " + select, "DROP VIEW " + name);
	}

	/** A trigger on a function, and a view on a view. */
	private static ModelRegistry built(String value) {
		return declared((meta) -> {
			meta.raw("shop_touch", "CREATE FUNCTION shop_touch() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n"
					+ "\tNEW.name := '" + value + "';\n\tRETURN NEW;\nEND $$", "DROP FUNCTION shop_touch()");
			meta.raw("shop_touched",
					"CREATE TRIGGER shop_touched BEFORE INSERT ON shop_product FOR EACH ROW EXECUTE FUNCTION shop_touch()",
					"DROP TRIGGER shop_touched ON shop_product");
			view(meta, "shop_names", "SELECT name, '" + value + "' AS value FROM shop_product");
			view(meta, "shop_lengths", "SELECT length(name) FROM shop_names");
		}, NAME, CATEGORY);
	}

	private void runsThereAndBack(String back) {
		migrator().migrate();
		nothingDrifts();
		assertThat(database("drift")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(database("migrate", back)).as(this.said).isEqualTo(ExitCode.FINE);
		nothingDrifts();
		migrator().migrate();
	}

	@Test
	void whatNoCatalogueTellsIsNoDrift() {
		this.models = built("x");
		make();
		runsThereAndBack("zero");
		assertThat(database("migrate", "zero", "--fake")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(database("migrate", "--fake-initial")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("recorded without running: V0001__initial");
		assertThat(database("record", "--from-database", "--directory=" + this.folder)).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("drift: none");
	}

	@Test
	void whatIsBuiltOnAChangedObjectIsMadeAgain() {
		this.models = built("x");
		make();
		migrator().migrate();
		this.models = built("y");
		make();
		runsThereAndBack("0001");
		this.database.execute("INSERT INTO shop_category (name) VALUES ('c')",
				"INSERT INTO shop_product (name, category_id) VALUES ('longer', 1)");
		assertThat(this.database.texts("SELECT length FROM shop_lengths")).containsExactly("1");
		assertThat(this.database.texts("SELECT value FROM shop_names")).containsExactly("y");
	}

	@Test
	void whatIsBuiltOnOthersGoesFirst() {
		this.models = built("x");
		make();
		migrator().migrate();
		this.models = declared((meta) -> {
		}, NAME, CATEGORY);
		make();
		runsThereAndBack("0001");
	}

	@Test
	void aDeclaredTextMayBeLong() throws IOException {
		String body = "-- it's a line\n".repeat(20_000);
		this.models = declared((meta) -> meta.raw("long_one",
				"CREATE FUNCTION long_one() RETURNS integer LANGUAGE plpgsql AS $$\nBEGIN\n" + body
						+ "RETURN 1;\nEND $$",
				"DROP FUNCTION long_one()"), NAME, CATEGORY);
		make();
		Path undo = this.folder.resolve("undo/U0001__initial.sql");
		Files.writeString(undo, "/* " + "long ".repeat(50_000) + "*/\n" + Files.readString(undo));
		runsThereAndBack("zero");
	}

}

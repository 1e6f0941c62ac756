package dev.orm.migration;

import java.util.List;

import dev.orm.migration.command.ExitCode;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.TITLE;
import static dev.orm.migration.ShopEvolution.declared;
import static dev.orm.migration.ShopEvolution.products;
import static dev.orm.migration.ShopEvolution.renamed;
import static dev.orm.migration.ShopEvolution.swapped;
import static dev.orm.migration.ShopEvolution.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What options say of renames counts, however odd; what they say of nothing is refused.
 */
class SaidNamesTests extends ShopCommands {

	private static final FieldDescription COUNT = FieldDescription.of("count", "count", Integer.class, Flag.NULLABLE);

	private static FieldDescription number(String column) {
		return FieldDescription.of(column, column, Integer.class, Flag.NULLABLE);
	}

	private static FieldDescription nullableText(String column) {
		return FieldDescription.of(column, column, String.class, Flag.NULLABLE);
	}

	private void migrate(String... rows) {
		migrator().migrate();
		this.database.execute(rows);
	}

	private List<String> rows(String sql) {
		return this.database.texts(sql);
	}

	/** Forward, back and forth: history and catalogue agree each time. */
	private void runsThereAndBack() {
		migrator().migrate();
		nothingDrifts();
		assertThat(database("migrate", "0001", "--accept-loss")).as(this.said).isEqualTo(ExitCode.FINE);
		nothingDrifts();
		migrator().migrate();
		nothingDrifts();
		assertThat(files("check")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	@ParameterizedTest
	@CsvSource({ "--direct", "--online" })
	void aRenameThatIsSaidCountsHoweverLittleAlikeBothAre(String way) {
		this.models = products(COUNT);
		make();
		migrate("INSERT INTO shop_product (count) VALUES (7)");
		this.models = products(nullableText("weird"));
		make(way, "--rename=shop_product.count:weird");
		migrator().migrate();
		assertThat(rows("SELECT weird FROM shop_product")).containsExactly("7");
	}

	@ParameterizedTest
	@CsvSource({ "--direct", "--online" })
	void namesThatAreSwappedKeepTheirRows(String way) {
		this.models = products(nullableText("a"), number("b"));
		make();
		migrate("INSERT INTO shop_product (a, b) VALUES ('x', 1)");
		this.models = products(number("a"), nullableText("b"));
		make(way, "--rename=shop_product.a:b;shop_product.b:a");
		runsThereAndBack();
		assertThat(rows("SELECT a || b FROM shop_product")).containsExactly("1x");
	}

	@ParameterizedTest
	@CsvSource({ "--direct", "--online" })
	void tablesThatSwapTheirNamesKeepTheirRows(String way) {
		make();
		migrate("INSERT INTO shop_category (name) VALUES ('c')",
				"INSERT INTO shop_product (name, category_id) VALUES ('x', 1)");
		this.models = swapped(NAME, CATEGORY);
		make(way, "--rename=shop_product:shop_category;shop_category:shop_product");
		runsThereAndBack();
		assertThat(rows("SELECT p.name FROM shop_category p JOIN shop_product c ON c.id = p.category_id"))
			.containsExactly("x");
	}

	@ParameterizedTest
	@CsvSource({ "--direct", "--online" })
	void aNameThatIsPassedOnFollowsItsRows(String way) {
		this.models = products(number("a"), number("b"));
		make();
		migrate("INSERT INTO shop_product (a, b) VALUES (1, 2)");
		this.models = products(number("b"), number("c"));
		make(way, "--rename=shop_product.a:b;shop_product.b:c");
		runsThereAndBack();
		assertThat(rows("SELECT b FROM shop_product WHERE c = 2")).containsExactly("1");
	}

	@Test
	void aColumnMayTakeTheNameOfOneThatGoes() {
		this.models = products(nullableText("price"), number("price_cents"));
		make();
		migrate("INSERT INTO shop_product (price, price_cents) VALUES ('1.50', 150)");
		this.models = products(number("price"));
		make("--rename=shop_product.price_cents:price");
		runsThereAndBack();
		this.database.execute("UPDATE shop_product SET price = price + 1");
		assertThat(rows("SELECT price FROM shop_product")).hasSize(1);
	}

	@Test
	void namesOfIndexesThatAreSwappedMeetNowhere() {
		this.models = declared((meta) -> {
			meta.unique("count").name("one");
			meta.index("count", "name").name("two");
		}, COUNT, NAME);
		make();
		migrate();
		this.models = declared((meta) -> {
			meta.unique("count").name("two");
			meta.index("count", "name").name("one");
		}, COUNT, NAME);
		make();
		runsThereAndBack();
	}

	@Test
	void aColumnMayBeNamedByTheOldNameOfItsTable() {
		make();
		migrate("INSERT INTO shop_category (name) VALUES ('c')",
				"INSERT INTO shop_product (name, category_id) VALUES ('x', 1)");
		this.models = renamed("goods", TITLE, CATEGORY);
		make("--rename=shop_product:goods;shop_product.name:title");
		runsThereAndBack();
		assertThat(rows("SELECT title FROM goods")).containsExactly("x");
	}

	@Test
	void namesOfAnyLettersMayBeSaid() {
		this.models = products(text("größe", 5));
		make();
		migrate("INSERT INTO shop_product (\"größe\") VALUES ('x')");
		this.models = products(text("Länge in cm", 5), text("farbe", 9));
		make("--rename=shop_product.größe:Länge in cm", "--fill=shop_product.farbe='a;b'");
		runsThereAndBack();
		assertThat(rows("SELECT \"Länge in cm\" || farbe FROM shop_product")).containsExactly("xa;b");
	}

	@Test
	void namesOfManyBytesAreToldApartOnline() {
		String one = "ä".repeat(30) + "1";
		String two = "ä".repeat(30) + "2";
		this.models = products(number(one), number(two));
		make();
		migrate("INSERT INTO shop_product (\"%s\", \"%s\") VALUES (1, 2)".formatted(one, two));
		this.models = products(nullableText(one), nullableText(two));
		make("--online");
		runsThereAndBack();
		assertThat(rows("SELECT \"%s\" || \"%s\" FROM shop_product".formatted(one, two))).containsExactly("12");
	}

	@ParameterizedTest
	@CsvSource({ "--rename=shop_product.nam:title, shop_product.nam", "--rename=shop_product.name:titel, titel",
			"--drop=shop_product.nam, shop_product.nam" })
	void aSlipOfThePenIsNoAnswer(String option, String slip) {
		make();
		this.models = products(TITLE, CATEGORY);
		assertThat(files("makemigrations", option)).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains(": there is no " + slip + ".", "Did you mean");
		assertThat(this.folder.resolve("migration")).isDirectoryNotContaining("glob:**V0002*");
	}

}

package dev.orm.migration;

import java.util.List;
import java.util.function.Consumer;

import dev.orm.declare.Meta;
import dev.orm.declare.collation.Collation;
import dev.orm.error.ModelDefinitionException;
import dev.orm.journal.Version;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.command.ExitCode;
import dev.orm.model.ColumnDetails;
import dev.orm.model.FieldDescription;
import dev.orm.model.Model;
import org.junit.jupiter.api.Test;

import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A collation that a model declares is made before the columns that name it. Django's
 * {@code CreateCollation}.
 */
class CollationTests extends ShopCommands {

	private static final Collation NUMBERS = Collation.icu("by_number", "en-u-kn-true");

	private static ModelRegistry sorted(String collation, Collation... declared) {
		Consumer<Meta<Model>> meta = (said) -> List.of(declared).forEach(said::collation);
		return ShopEvolution.declared(meta,
				FieldDescription.of("name", "name", String.class)
					.size(200, 0, 0)
					.details(new ColumnDetails("", "", "", collation, null, List.of(), null)));
	}

	@Test
	void itIsMadeBeforeTheColumnThatNamesItAndGoesAfterIt() {
		this.models = products(NAME);
		make();
		this.models = sorted("by_number", NUMBERS);
		make();
		assertThat(this.said).contains("+ collation by_number icu 'en-u-kn'");
		migrator().migrate();
		nothingDrifts();
		this.database.execute("INSERT INTO shop_product (name) VALUES ('n 10'), ('n 9'), ('N 9')");
		assertThat(this.database.texts("SELECT name FROM shop_product ORDER BY name")).containsExactly("n 9", "N 9",
				"n 10");
		assertThat(files("check")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(files("sqlmigrate", "2")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).startsWith("CREATE COLLATION \"by_number\" (provider = icu, locale = 'en-u-kn');\n");
		migrator().rollBack(new Version("1"));
		nothingDrifts();
		assertThat(this.database.texts("SELECT collname FROM pg_collation WHERE collname = 'by_number'")).isEmpty();
	}

	@Test
	void textsThatSortAlikeAreEqualWhereItSaysSo() {
		this.models = sorted("loose", Collation.icu("loose", "und-u-ks-level2").nondeterministic());
		make();
		migrator().migrate();
		nothingDrifts();
		this.database.execute("INSERT INTO shop_product (name) VALUES ('Ada')");
		assertThat(this.database.texts("SELECT name FROM shop_product WHERE name = 'ADA'")).containsExactly("Ada");
	}

	@Test
	void collationsOfTheSystemAndOfTheServerAreMadeToo() {
		this.models = sorted("plain", Collation.libc("plain", "C"), Collation.builtin("built", "C.UTF-8"));
		make();
		migrator().migrate();
		nothingDrifts();
	}

	@Test
	void anotherNameIsARenameThatColumnsFollow() {
		this.models = sorted("by_number", NUMBERS);
		make();
		migrator().migrate();
		this.models = sorted("numeric", Collation.icu("numeric", "en-u-kn-true"));
		make();
		assertThat(this.said).contains("~ collation by_number -> numeric").doesNotContain("shop_product");
		migrator().migrate();
		nothingDrifts();
		migrator().rollBack(new Version("1"));
		nothingDrifts();
	}

	@Test
	void anotherLocaleIsRefusedWhereColumnsAreSortedByIt() {
		this.models = sorted("by_number", NUMBERS);
		make();
		this.models = sorted("by_number", Collation.icu("by_number", "sv"));
		assertThat(files("makemigrations")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("collation by_number icu 'en-u-kn' would be collation by_number icu 'sv'",
				"hint: declare it under another name");
		this.models = sorted("swedish", Collation.icu("swedish", "sv"));
		make();
		migrator().migrate();
		nothingDrifts();
	}

	@Test
	void oneThatSomebodyElseMadeStaysAsLongAsAColumnNamesIt() {
		this.models = sorted("by_number", NUMBERS);
		make();
		this.models = sorted("by_number");
		assertThat(files("check")).as(this.said).isEqualTo(ExitCode.FINE);
		this.models = sorted("C");
		make();
		assertThat(this.said).contains("- collation by_number");
		migrator().migrate();
		nothingDrifts();
	}

	@Test
	void whatSomebodyMadeByHandIsDriftAndInspected() {
		this.models = products(NAME);
		make();
		migrator().migrate();
		this.database.execute("CREATE COLLATION nordic (provider = icu, locale = 'sv', deterministic = false)");
		assertThat(database("drift")).isEqualTo(ExitCode.TO_DO);
		assertThat(this.said).contains("+ collation nordic icu 'sv' nondeterministic   (unknown)");
		assertThat(database("inspectdb")).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("import dev.orm.declare.collation.Collation;",
				"meta.collation(Collation.icu(\"nordic\", \"sv\").nondeterministic());");
	}

	@Test
	void oneThatNoServerHasIsWarnedOfAndExplainedWhereItIsMissing() {
		this.models = sorted("by_number");
		make();
		assertThat(this.said).contains("warn type-collation", "no server has the collation of a column by itself");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator().migrate())
			.withMessageContainingAll("collation \"by_number\"", "meta.collation(…)");
		this.models = sorted("de-x-icu");
		make("--name=other");
		assertThat(this.said).doesNotContain("type-collation");
	}

	@Test
	void aLocaleThatIsNoneIsRefused() {
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> Collation.icu("german", "de_DE@collation=phonebook"))
			.withMessageContainingAll("'de_DE@collation=phonebook', which is no language tag",
					"hint: as in de, de-u-co-phonebk");
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> Collation.libc("german", "de_DE.utf8").nondeterministic())
			.withMessageContaining("hint: Collation.icu(\"german\", …)");
		assertThatExceptionOfType(ModelDefinitionException.class).isThrownBy(() -> Collation.icu(" ", "de"));
	}

}

package dev.orm.migration;

import java.util.Arrays;
import java.util.List;

import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.declare.Meta;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.UnknownName;
import dev.orm.journal.Journal;
import dev.orm.journal.JournalException;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.model.ColumnPlaces;
import dev.orm.migration.model.ModelSchema;
import dev.orm.migration.problem.RefusedChangeException;
import dev.orm.model.Model;
import dev.orm.schema.FactException;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;

import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Errors about what models and journals ask for carry what they are about. */
class ErrorPlaceTests {

	private static Schema schema(String... facts) {
		return Schema.of(Arrays.stream(facts).map(SchemaObject::parse).toList());
	}

	@Test
	void whatAFactNeedsIsGuessedAndCarried() {
		assertThatExceptionOfType(FactException.class)
			.isThrownBy(() -> schema("table item", "column item.price bigint", "column item.title text",
					"index item.by_price (prize)"))
			.withMessage("index item.by_price needs column item.prize, which is not there. Did you mean 'price'? "
					+ "Choices: price, title")
			.satisfies((ex) -> {
				assertThat(ex.objects()).containsExactly(new ObjectId(ObjectKind.INDEX, "item", "by_price"),
						ObjectId.column("item", "prize"));
				assertThat(ex.unknownName().flatMap(UnknownName::suggestion)).contains("price");
			});
		assertThatExceptionOfType(FactException.class)
			.isThrownBy(() -> schema("table item", "column itme.price bigint"))
			.withMessageEndingWith("needs table itme, which is not there. Did you mean 'item'? Choices: item")
			.satisfies((ex) -> assertThat(ex.objects()).contains(ObjectId.table("itme")));
	}

	@Test
	void aLineOfAJournalCarriesTheObjectThatDoesNotFit() {
		String journal = "orm-journal 1\n\nV0001__initial\n+ table item\n+ column item.price bigint\n";
		assertThatExceptionOfType(JournalException.class)
			.isThrownBy(() -> Journal.parse("journal", journal + "+ column item.price text\n"))
			.withMessage("journal:6: column item.price is there already: column item.price bigint")
			.satisfies((ex) -> assertThat(ex.objects()).containsExactly(ObjectId.column("item", "price")));
		assertThatExceptionOfType(JournalException.class)
			.isThrownBy(() -> Journal.parse("journal", journal + "~ column item.prize -> cost\n"))
			.withMessage("journal:6: column item.prize is not there. Did you mean 'price'? Choices: price")
			.satisfies((ex) -> assertThat(ex.unknownName().map(UnknownName::choices)).contains(List.of("price")));
		assertThatExceptionOfType(JournalException.class)
			.isThrownBy(() -> Journal.parse("journal", journal + "+ nothing at all\n"))
			.satisfies((ex) -> assertThat(ex.objects()).isEmpty());
	}

	@Test
	void aChangeThatIsRefusedNamesModelAndAttribute() {
		Schema before = schema("table shop_product partition by range (name)",
				"column shop_product.name text not null");
		Schema after = schema("table shop_product partition by range (name)",
				"column shop_product.name varchar(9) not null");
		assertThatExceptionOfType(RefusedChangeException.class)
			.isThrownBy(() -> ColumnPlaces.naming(products(NAME), () -> SchemaDiff.of(before, after)))
			.withMessageStartingWith("column shop_product.name is what its table is partitioned by")
			.satisfies((ex) -> {
				assertThat(List.of(ex.model(), ex.attribute())).containsExactly("Product", "name");
				assertThat(ex.object()).isEqualTo(ObjectId.column("shop_product", "name"));
			});
		Schema other = schema("table shop_product", "column shop_product.name text not null");
		assertThatExceptionOfType(RefusedChangeException.class)
			.isThrownBy(() -> ColumnPlaces.naming(products(NAME), () -> SchemaDiff.of(other, before)))
			.satisfies((ex) -> assertThat(List.of(ex.model(), ex.attribute())).containsExactly("Product", ""));
	}

	@Test
	void ofTwoModelsThatClaimOneNameTheSecondIsCarried() {
		ModelRegistry models = ModelRegistry.link(List.of(Hut.class, Tent.class), TypeRegistry.standard());
		assertThatExceptionOfType(ModelDefinitionException.class).isThrownBy(() -> ModelSchema.of(models))
			.withMessageStartingWith("Meta of Hut and Meta of Tent both claim raw places, and differ:")
			.withMessageEndingWith("hint: give one of them another name")
			.satisfies((ex) -> assertThat(List.of(ex.model(), ex.argument())).containsExactly("Tent", "places"));
	}

	@Table(name = "hut")
	static class Hut extends Model {

		@Id
		Long id;

		static void meta(Meta<Hut> meta) {
			meta.raw("places", "CREATE VIEW places AS SELECT id FROM hut", "DROP VIEW places");
		}

	}

	@Table(name = "tent")
	static class Tent extends Model {

		@Id
		Long id;

		static void meta(Meta<Tent> meta) {
			meta.raw("places", "CREATE VIEW places AS SELECT id FROM tent", "DROP VIEW places");
		}

	}

}

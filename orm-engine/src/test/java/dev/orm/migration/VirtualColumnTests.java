package dev.orm.migration;

import dev.orm.error.ModelDefinitionException;
import dev.orm.journal.Journal;
import dev.orm.migration.model.ColumnPlaces;
import dev.orm.migration.model.VirtualColumns;
import dev.orm.schema.Schema;
import org.junit.jupiter.api.Test;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Columns that are computed as they are read, on servers that cannot. */
class VirtualColumnTests {

	private static Schema table(String kind) {
		return Journal.parse("journal", """
				orm-journal 1
				postgres 15

				V0001__initial
				+ table shop_product
				+ column shop_product.name text not null generated ('a') %s
				""".formatted(kind)).head();
	}

	private static void require(Schema before, Schema after, int postgres) {
		VirtualColumns.require(before, after, postgres, ColumnPlaces.of(products(NAME, CATEGORY)));
	}

	@Test
	void newOnesAreRefusedForServersThatAreTooOld() {
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> require(Schema.empty(), table("virtual"), 17))
			.withMessageStartingWith("Product.name is computed as it is read, which PostgreSQL does since 18, "
					+ "and the journal says 'postgres 17'.");
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> require(table("stored"), table("virtual"), 15));
	}

	@Test
	void thoseThatAreThereOrThatTheServerKnowsAreNot() {
		assertThatCode(() -> require(table("virtual"), table("virtual"), 15)).doesNotThrowAnyException();
		assertThatCode(() -> require(Schema.empty(), table("virtual"), 18)).doesNotThrowAnyException();
		assertThatCode(() -> require(Schema.empty(), table("stored"), 15)).doesNotThrowAnyException();
	}

}

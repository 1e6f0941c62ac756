package dev.orm.acceptance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link NameScope}. */
class NameScopeTests {

	private final ModelCatalog catalog = new CaseReader(null).models();

	@ParameterizedTest
	@CsvSource({ "Product,stock_quantity__gt,stockQuantity__gt",
			"Product,category__created_at__year,category__createdAt__year",
			"Product,orderitem__order__total_amount,orderitem__order__totalAmount",
			"Customer,review__product__stock_quantity,review__product__stockQuantity",
			"City,backup_depot__shipments__shipped_at,backupDepot__shipments__shippedAt",
			"Article,attrs__some_key__other_key,attrs__some_key__other_key", "Product,no_such_field,no_such_field",
			"Product,category_id__in,categoryId__in", "Page,created_on,createdOn",
			"Video,related__created_on,related__createdOn", "PremiumProduct,stock_quantity,stockQuantity",
			"Product,pk__in,pk__in",
			"User,customer__orders__order_date__iso_week_day,customer__orders__orderDate__iso_week_day" })
	void onlySegmentsOfTheModelChange(String model, String path, String expected) {
		assertThat(scope(model).path(path)).isEqualTo(expected);
	}

	@Test
	void pathsOfAccessorsAreThoseOfPrefetches() {
		assertThat(scope("Product").accessorPath("orderitem_set__order")).isEqualTo("orderitemSet__order");
		assertThat(scope("City").accessorPath("backup_depots")).isEqualTo("backupDepots");
	}

	@Test
	void aFilteredRelationIsFollowedByItsName() {
		NameScope scope = scope("Customer");
		scope.alias("big_orders", "orders");
		assertThat(scope.path("big_orders__total_amount")).isEqualTo("big_orders__totalAmount");
	}

	@Test
	void keysOfRowsGetTheNamesOfTheCaseBack() {
		NameScope scope = scope("Product");
		assertThat(scope.caseName(scope.path("category__created_at"))).isEqualTo("category__created_at");
		assertThat(scope.caseName("supplierId")).isEqualTo("supplier_id");
		assertThat(scope.caseName("order_count")).isEqualTo("order_count");
	}

	private NameScope scope(String model) {
		return new NameScope(this.catalog, this.catalog.get(model), null);
	}

}

package dev.orm.golden;

import java.util.List;

import dev.orm.Locking;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Depot;
import dev.orm.acceptance.shop.Page;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Review;
import dev.orm.acceptance.shop.Seat;
import dev.orm.error.IllegalQueryException;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.DepotPath.DEPOT;
import static dev.orm.acceptance.shop.PagePath.PAGE;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.ReviewPath.REVIEW;
import static dev.orm.acceptance.shop.SeatPath.SEAT;
import static dev.orm.expression.Expressions.caseWhen;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.expression.Expressions.subquery;
import static dev.orm.expression.Functions.coalesce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Updates, deletes and locks. Each runs in a transaction that is rolled back. */
class WriteGoldenTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private final Manager<Product> products = orm.manager(Product.class);

	private final Manager<Review> reviews = orm.manager(Review.class);

	private final Manager<Depot> depots = orm.manager(Depot.class);

	@Test
	void anUpdateComputesFromTheRow() {
		check("writes/update", () -> this.products.filter(PRODUCT.id.eq(1L))
			.update(PRODUCT.stockQuantity.set(PRODUCT.stockQuantity.minus(1)), PRODUCT.isActive.set(true)));
	}

	@Test
	void anUpdateOfRowsFoundThroughARelationSelectsTheirKeys() {
		check("writes/update-related",
				() -> this.products.filter(PRODUCT.category().name.eq("Books")).update(PRODUCT.stockQuantity.set(0)));
	}

	@Test
	void anUpdateOfRowsFoundThroughAToManyRelation() {
		check("writes/update-to-many",
				() -> this.products.filter(PRODUCT.reviews().rating.lt(2)).update(PRODUCT.isActive.set(false)));
	}

	@Test
	void anUpdateByASubqueryAndAChoice() {
		check("writes/update-subquery", () -> this.products.all()
			.update(PRODUCT.description.set(coalesce(subquery(
					this.reviews.filter(REVIEW.product.eq(outer("pk"))).orderBy("-id").values("comment").slice(0, 1)),
					"")),
					PRODUCT.stockQuantity.set(caseWhen(PRODUCT.price.gt(100), 1).otherwise(PRODUCT.stockQuantity))));
	}

	@Test
	void columnsOfAParentTableAreUpdatedThere() {
		check("writes/update-inherited",
				() -> orm.manager(Page.class)
					.filter(PAGE.published.isTrue())
					.update(PAGE.title.set("x"), PAGE.body.set("y")));
	}

	@Test
	void bothTablesAreUpdatedForTheRowsFoundAtFirst() {
		Undone.work(orm, () -> {
			Manager<Page> pages = orm.manager(Page.class);
			String title = pages.orderBy("id").at(0).getTitle();
			assertThat(pages.filter(PAGE.title.eq(title)).update(PAGE.title.set("x"), PAGE.body.set("y"))).isEqualTo(1);
			assertThat(pages.get(PAGE.title.eq("x")).getBody()).isEqualTo("y");
		});
	}

	@Test
	void aForeignKeyIsUpdatedByKeyAndToNull() {
		check("writes/update-foreign-key", () -> this.depots.filter(DEPOT.city().isNotNull())
			.update(DEPOT.city.setNull(), DEPOT.backupCity.set(1L)));
	}

	@Test
	void nothingIsSentForRowsKnownToBeNone() {
		check("writes/update-none", () -> this.products.filter(PRODUCT.id.in(List.of())).update("name", "x"));
	}

	@Test
	void rowsWithoutDependentsAreDeletedByOneStatement() {
		check("writes/delete", () -> this.reviews.filter(REVIEW.rating.lt(2)).delete());
	}

	@Test
	void rowsFoundThroughARelationAreDeletedByKey() {
		check("writes/delete-related",
				() -> this.reviews.filter(REVIEW.product().category().name.eq("Books")).delete());
	}

	@Test
	void rowsWithACompositeKeyAreUpdatedAndDeleted() {
		check("writes/composite-key", () -> {
			orm.manager(Seat.class).filter("pk", List.of("A", 1)).update(SEAT.price.set(5));
			orm.manager(Seat.class).filter("pk", List.of("A", 1)).delete();
		});
	}

	@Test
	void slicedRowsAreNeitherUpdatedNorDeleted() {
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.products.orderBy("id").slice(0, 2).update("name", "x"));
		assertThatExceptionOfType(IllegalQueryException.class)
			.isThrownBy(() -> this.products.orderBy("id").slice(0, 2).delete());
	}

	@Test
	void rowsAreLocked() {
		check("writes/lock", () -> this.products.filter(PRODUCT.id.eq(1L)).selectForUpdate().list());
		check("writes/lock-options",
				() -> this.products.selectRelated(PRODUCT.category())
					.selectForUpdate(Locking.rows().noKey().skipLocked().of("self"))
					.slice(0, 1)
					.list());
		check("writes/lock-related",
				() -> this.products.selectRelated(PRODUCT.category())
					.selectForUpdate(Locking.rows().noWait().of("self", "category"))
					.list());
	}

	private static void check(String name, Runnable work) {
		Golden.check(name, () -> Undone.work(orm, work));
	}

}

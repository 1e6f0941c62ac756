package dev.orm.golden;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Supplier;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.expression.Expressions.value;

/** Set operations, merged querysets and slices. */
class CompoundGoldenTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private final Manager<Product> products = orm.manager(Product.class);

	private final QuerySet<Product> books = this.products.filter(PRODUCT.category().name.eq("Books"));

	private final QuerySet<Product> cheap = this.products.filter(PRODUCT.price.lt(20));

	@Test
	void aUnionDropsTheOrderingOfItsMembers() {
		Golden.check("compound/union", () -> this.books.union(this.cheap).list());
	}

	@Test
	void aUnionIsOrderedByAColumnOfItsRows() {
		Golden.check("compound/union-ordered",
				() -> this.books.unionAll(this.cheap).orderBy("-name").slice(0, 5).list());
	}

	@Test
	void aUnionOfColumns() {
		Golden.check("compound/union-values",
				() -> orm.manager(Category.class)
					.annotate("kind", value("category"))
					.values("name", "kind")
					.union(orm.manager(Supplier.class).annotate("kind", value("supplier")).values("name", "kind"))
					.orderBy("kind", "name")
					.list());
	}

	@Test
	void intersectionAndDifference() {
		Golden.check("compound/intersection", () -> this.books.intersection(this.cheap).flat("name").list());
		Golden.check("compound/difference", () -> this.books.difference(this.cheap, this.products.none()).list());
	}

	@Test
	void slicedMembersAreInParentheses() {
		Golden.check("compound/sliced-members",
				() -> this.books.orderBy("price").slice(0, 2).union(this.cheap.orderBy("-price").slice(0, 2)).list());
	}

	@Test
	void compoundsNest() {
		Golden.check("compound/nested", () -> this.books.union(this.cheap).difference(this.books.slice(0, 1)).count());
	}

	@Test
	void rowsOfAUnionAreCountedAndTested() {
		Golden.check("compound/count", () -> this.books.union(this.cheap).count());
		Golden.check("compound/exists", () -> this.books.union(this.cheap).exists());
	}

	@Test
	void querysetsAreMergedByAndOrXor() {
		Golden.check("compound/and", () -> this.books.and(this.cheap).list());
		Golden.check("compound/or", () -> this.books.or(this.cheap).flat("name").list());
		Golden.check("compound/xor", () -> this.books.xor(this.cheap).flat("name").list());
	}

	@Test
	void mergedToManyConditionsKeepTheirOwnRows() {
		Golden.check("compound/or-to-many",
				() -> this.products.filter(PRODUCT.reviews().rating.eq(5))
					.or(this.products.filter(PRODUCT.reviews().rating.eq(1), PRODUCT.tags().name.eq("sale")))
					.distinct()
					.flat("name")
					.list());
	}

	@Test
	void slicesOfSlicesAddUp() {
		Golden.check("compound/slice-of-slice",
				() -> this.products.orderBy("id").slice(2, 10).slice(3).slice(0, 2).list());
	}

	@Test
	void anEmptySliceIsNotSent() {
		Golden.check("compound/empty-slice", () -> this.products.orderBy("id").slice(3, 3).list());
	}

}

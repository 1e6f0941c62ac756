package dev.orm.golden;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Customer;
import dev.orm.acceptance.shop.Order;
import dev.orm.acceptance.shop.OrderItem;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Review;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.CategoryPath.CATEGORY;
import static dev.orm.acceptance.shop.CustomerPath.CUSTOMER;
import static dev.orm.acceptance.shop.OrderItemPath.ORDER_ITEM;
import static dev.orm.acceptance.shop.OrderPath.ORDER;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.ReviewPath.REVIEW;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.sum;
import static dev.orm.expression.Expressions.arraySubquery;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.expression.Expressions.subquery;

/** Queries inside of queries. */
class SubqueryGoldenTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private final Manager<Customer> customers = orm.manager(Customer.class);

	private final Manager<Order> orders = orm.manager(Order.class);

	private final Manager<Product> products = orm.manager(Product.class);

	private final Manager<Review> reviews = orm.manager(Review.class);

	private final Manager<Category> categories = orm.manager(Category.class);

	private final Manager<OrderItem> items = orm.manager(OrderItem.class);

	@Test
	void aValueOfTheNewestRelatedRow() {
		Golden.check("subqueries/scalar",
				() -> this.customers
					.annotate(subquery(this.orders.filter(ORDER.customer().id.eq(outer(CUSTOMER.id)))
						.orderBy(ORDER.orderDate.desc())
						.values("totalAmount")
						.slice(0, 1)).as("lastTotal"))
					.values("phone", "lastTotal")
					.list());
	}

	@Test
	void anAggregateOfASubqueryGroupsByTheOuterKey() {
		Golden
			.check("subqueries/aggregate",
					() -> this.customers.annotate(subquery(this.orders.filter(ORDER.customer.eq(outer("pk")))
						.orderBy()
						.values("customer")
						.annotate(sum(ORDER.totalAmount).as("spent"))
						.values("spent")).as("spent")).values("id", "spent").list());
	}

	@Test
	void existenceIsTestedWithoutColumns() {
		Golden.check("subqueries/exists",
				() -> this.products
					.filter(exists(this.reviews.filter(REVIEW.product.eq(outer(PRODUCT.id)), REVIEW.rating.eq(5))))
					.flat("name")
					.list());
	}

	@Test
	void existenceIsNegated() {
		Golden.check("subqueries/not-exists",
				() -> this.products.exclude(exists(this.reviews.filter(REVIEW.product.eq(outer(PRODUCT.id)))))
					.flat("name")
					.list());
	}

	@Test
	void existenceIsAnAlternativeAndAnAnnotation() {
		Golden.check("subqueries/exists-annotated",
				() -> this.products
					.annotate(exists(this.reviews.filter(REVIEW.product.eq(outer(PRODUCT.id)))).as("reviewed"))
					.filter(PRODUCT.price.gt(1000).or(exists(this.items.filter(ORDER_ITEM.product.eq(outer("pk"))))))
					.values("name", "reviewed")
					.list());
	}

	@Test
	void aReferenceTwoQueriesOut() {
		Golden.check("subqueries/nested-outer",
				() -> this.categories
					.filter(exists(
							this.products.filter(PRODUCT.category.eq(outer(CATEGORY.id)),
									exists(this.reviews.filter(REVIEW.product.eq(outer(PRODUCT.id)),
											REVIEW.comment.contains(outer(outer(CATEGORY.name))))))))
					.flat("name")
					.list());
	}

	@Test
	void aReferenceAlongARelationOfTheOuterQueryJoinsThere() {
		Golden.check("subqueries/outer-relation",
				() -> this.items.filter(exists(this.reviews.filter(REVIEW.product.eq(outer(ORDER_ITEM.product)),
						REVIEW.customer.eq(outer(ORDER_ITEM.order().customer)))))
					.flat("id")
					.list());
	}

	@Test
	void membershipComparesTheKeys() {
		Golden.check("subqueries/in",
				() -> this.products.filter(PRODUCT.category.in(this.categories.filter(CATEGORY.name.startswith("B"))))
					.flat("name")
					.list());
	}

	@Test
	void membershipComparesTheSelectedColumn() {
		Golden.check("subqueries/in-values",
				() -> this.products.filter(PRODUCT.name.in(this.reviews.filter(REVIEW.rating.eq(5)).values("comment")))
					.flat("name")
					.list());
	}

	@Test
	void membershipInASliceKeepsTheOrdering() {
		Golden.check("subqueries/in-slice", () -> this.reviews
			.filter(REVIEW.product.in(this.products.orderBy(PRODUCT.price.desc(), PRODUCT.id.asc()).slice(0, 3)))
			.flat("id")
			.list());
	}

	@Test
	void notBeingAMemberGuardsNull() {
		Golden.check("subqueries/not-in",
				() -> this.products.exclude(PRODUCT.id.in(this.reviews.values("product"))).flat("name").list());
	}

	@Test
	void valuesAreCollectedInAnArray() {
		Golden.check("subqueries/array",
				() -> this.categories
					.annotate(arraySubquery(
							this.products.filter(PRODUCT.category.eq(outer("pk"))).orderBy("name").values("name"))
						.as("names"))
					.values("name", "names")
					.list());
	}

	@Test
	void aSubqueryOrdersAndFilters() {
		Golden.check("subqueries/annotated-used",
				() -> this.categories
					.alias(subquery(this.products.filter(PRODUCT.category.eq(outer("pk")))
						.orderBy("-price", "id")
						.values("price")
						.slice(0, 1)).as("top"))
					.filter("top__gt", 100)
					.orderBy("-top", "name")
					.flat("name")
					.list());
	}

	@Test
	void aSubqueryIsGroupedByBesideAnAggregate() {
		Golden.check("subqueries/grouped",
				() -> this.categories
					.annotate(subquery(this.reviews.filter(REVIEW.product().category.eq(outer("pk")))
						.orderBy("-id")
						.values("rating")
						.slice(0, 1)).as("lastRating"), count(CATEGORY.products()).as("size"))
					.values("name", "lastRating", "size")
					.list());
	}

	@Test
	void aSubqueryOfNothingIsNotSent() {
		Golden.check("subqueries/nothing",
				() -> this.products.filter(PRODUCT.id.in(this.products.none())).flat("name").list());
	}

}

package dev.orm.golden;

import java.math.BigDecimal;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.City;
import dev.orm.acceptance.shop.Comment;
import dev.orm.acceptance.shop.Depot;
import dev.orm.acceptance.shop.Order;
import dev.orm.acceptance.shop.Page;
import dev.orm.acceptance.shop.Post;
import dev.orm.acceptance.shop.PremiumProduct;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Shipment;
import dev.orm.acceptance.shop.Task;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.CityPath.CITY;
import static dev.orm.acceptance.shop.CommentPath.COMMENT;
import static dev.orm.acceptance.shop.DepotPath.DEPOT;
import static dev.orm.acceptance.shop.OrderPath.ORDER;
import static dev.orm.acceptance.shop.PagePath.PAGE;
import static dev.orm.acceptance.shop.PostPath.POST;
import static dev.orm.acceptance.shop.PremiumProductPath.PREMIUM_PRODUCT;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.ShipmentPath.SHIPMENT;
import static dev.orm.acceptance.shop.TaskPath.TASK;
import static dev.orm.expression.Expressions.filteredRelation;

/** Which joins paths make. */
class JoinGoldenTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private final Manager<Product> products = orm.manager(Product.class);

	private final Manager<Order> orders = orm.manager(Order.class);

	private final Manager<Depot> depots = orm.manager(Depot.class);

	private final Manager<Post> posts = orm.manager(Post.class);

	private final Manager<Shipment> shipments = orm.manager(Shipment.class);

	@Test
	void aForeignKeyIsJoinedOnceForAllConditions() {
		Golden.check("joins/foreign-key",
				() -> this.products
					.filter(PRODUCT.category().name.eq("Books"), PRODUCT.category().description.contains("a"))
					.filter(PRODUCT.category().id.gt(1L).and(PRODUCT.category().name.startswith("B")))
					.flat("name")
					.list());
	}

	@Test
	void theKeyOfTheTargetNeedsNoJoin() {
		Golden.check("joins/trimmed-foreign-key",
				() -> this.products.filter(PRODUCT.category().id.eq(3L), PRODUCT.supplier.in(1L, 2L))
					.flat("name")
					.list());
	}

	@Test
	void aForeignKeyToAnotherFieldIsTrimmedToo() {
		Golden.check("joins/trimmed-to-field",
				() -> this.shipments.filter(SHIPMENT.carrier().code.eq("DHL")).flat("ref").list());
	}

	@Test
	void nullnessOfAForeignKeyIsAskedOfItsColumn() {
		Golden.check("joins/isnull-foreign-key",
				() -> orm.manager(City.class).filter(CITY.country.isNull()).flat("name").list());
	}

	@Test
	void nullnessBehindANullableForeignKeyKeepsRowsWithoutIt() {
		Golden.check("joins/isnull-through-nullable",
				() -> this.depots.filter(DEPOT.city().population.isNull()).flat("name").list());
	}

	@Test
	void havingNoRelatedRowsIsAnOuterJoin() {
		Golden.check("joins/isnull-reverse",
				() -> this.products.filter(PRODUCT.reviews().isNull()).flat("name").list());
	}

	@Test
	void conditionsOfOneFilterAreAboutOneRelatedRow() {
		Golden.check("joins/to-many-one-filter",
				() -> this.orders.filter(ORDER.items().quantity.gt(1), ORDER.items().price.lt(new BigDecimal("50")))
					.flat("status")
					.list());
	}

	@Test
	void chainedFiltersJoinToManyAnew() {
		Golden.check("joins/to-many-chained",
				() -> this.orders.filter(ORDER.items().quantity.gt(1))
					.filter(ORDER.items().price.lt(new BigDecimal("50")))
					.flat("status")
					.list());
	}

	@Test
	void manyToManyGoesThroughTheJoinTable() {
		Golden.check("joins/many-to-many",
				() -> this.posts.filter(POST.tags().name.eq("java"), POST.tags().id.gt(0L)).flat("slug").list());
	}

	@Test
	void theKeyOfAManyToManyTargetNeedsTheJoinTableOnly() {
		Golden.check("joins/many-to-many-trimmed",
				() -> this.posts.filter(POST.tags().id.in(1L, 2L)).flat("slug").list());
	}

	@Test
	void alternativesThroughANullableRelationPromoteIt() {
		Golden.check("joins/or-promotes",
				() -> this.depots.filter(DEPOT.city().name.eq("Paris").or(DEPOT.name.eq("North"))).flat("name").list());
	}

	@Test
	void alternativesThroughTheSameRelationKeepTheInnerJoin() {
		Golden.check("joins/or-same-relation",
				() -> this.depots.filter(DEPOT.city().name.eq("Paris").or(DEPOT.city().population.gt(1)))
					.flat("name")
					.list());
	}

	@Test
	void aLaterConditionDemotesAnOuterJoin() {
		Golden.check("joins/demoted",
				() -> this.depots.filter(DEPOT.city().name.eq("Paris").or(DEPOT.name.eq("North")))
					.filter(DEPOT.city().population.gt(1))
					.flat("name")
					.list());
	}

	@Test
	void twoRelationsToOneTableAreTwoJoins() {
		Golden.check("joins/two-relations",
				() -> this.depots.filter(DEPOT.city().name.eq(DEPOT.backupCity().name)).flat("name").list());
	}

	@Test
	void aSelfRelationIsJoinedToItsOwnTable() {
		Golden.check("joins/self",
				() -> orm.manager(Comment.class)
					.filter(COMMENT.parent().parent().author().username.eq("x"), COMMENT.replies().score.gt(1))
					.flat("text")
					.list());
	}

	@Test
	void orderingByARelationFollowsTheOrderingOfItsModel() {
		Golden.check("joins/order-by-relation",
				() -> orm.manager(Task.class).orderBy("-employee", "due").flat("title").list());
	}

	@Test
	void orderingThroughANullableRelationKeepsRowsWithoutIt() {
		Golden.check("joins/order-by-nullable",
				() -> this.depots.orderBy(DEPOT.city().country().name.asc(), DEPOT.id.asc()).flat("name").list());
	}

	@Test
	void orderingByTheForeignKeyColumnNeedsNoJoin() {
		Golden.check("joins/order-by-key",
				() -> orm.manager(Task.class).orderBy(TASK.employee().id.desc()).flat("title").list());
	}

	@Test
	void columnsOfAParentTableJoinIt() {
		Golden.check("joins/multi-table-inheritance",
				() -> orm.manager(Page.class).filter(PAGE.title.contains("a"), PAGE.published.isTrue()).list());
	}

	@Test
	void aProxyReadsTheTableOfItsModel() {
		Golden.check("joins/proxy",
				() -> orm.manager(PremiumProduct.class).filter(PREMIUM_PRODUCT.price.gt(100)).flat("name").list());
	}

	@Test
	void aFilteredRelationPutsItsConditionIntoTheJoin() {
		Golden.check("joins/filtered-relation",
				() -> this.products
					.annotate(filteredRelation(PRODUCT.reviews(), PRODUCT.reviews().rating.gte(4)).as("good"))
					.filter("good__comment__contains", "e")
					.orderBy("good__rating", "id")
					.flat("name")
					.list());
	}

	@Test
	void aFilteredRelationThatIsSelectedAddsItsColumns() {
		Golden.check("joins/filtered-relation-selected",
				() -> this.products
					.annotate(filteredRelation(PRODUCT.reviews(), PRODUCT.reviews().rating.gte(4)).as("good"))
					.only("name")
					.selectRelated("good__customer")
					.orderBy("id")
					.list());
	}

}

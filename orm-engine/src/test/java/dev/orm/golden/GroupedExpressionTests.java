package dev.orm.golden;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Post;
import dev.orm.acceptance.shop.Product;
import dev.orm.expression.F;
import dev.orm.expression.Q;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.sum;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Expressions with values in them which a query groups by and uses again: PostgreSQL must
 * see that they are the same.
 */
class GroupedExpressionTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private final Manager<Product> products = orm.manager(Product.class);

	private final Manager<Post> posts = orm.manager(Post.class);

	@Test
	void excludedRelatedRowsMayStandBesideAnAggregate() {
		Golden.check("aggregation/exists-in-having", () -> {
			long rows = this.posts.annotate("x0", sum("comments__score"))
				.exclude(Q.of("x0__gte", 2).or(Q.of("author__customer__orders__status", "delivered")))
				.count();
			assertThat(rows).isEqualTo(this.posts.annotate("x0", sum("comments__score"))
				.filter("x0__lt", 2)
				.exclude("author__customer__orders__status", "delivered")
				.count());
		});
	}

	@Test
	void aComputedGroupMayBeComparedBesideAnAggregate() {
		Golden.check("aggregation/computed-in-having",
				() -> this.products.annotate("band", PRODUCT.stockQuantity.mod(3))
					.values("band")
					.annotate("n", count())
					.filter(Q.of("n__gt", 5).or(Q.of("band", 1)))
					.orderBy("band")
					.list());
	}

	@Test
	void aComputedGroupMayBePartOfAnOrdering() {
		Golden.check("aggregation/computed-in-ordering",
				() -> this.products.annotate("band", PRODUCT.stockQuantity.mod(3))
					.values("band")
					.annotate("n", count())
					.orderBy(F.of("band").times(F.of("n")).plus(1).desc(), F.of("band").plus(2).asc())
					.list());
	}

	@Test
	void aComputedGroupMayBePartOfWhatIsSelected() {
		Golden.check("aggregation/computed-in-selection",
				() -> this.products.annotate("band", PRODUCT.stockQuantity.mod(3))
					.values("band")
					.annotate("n", count().plus(F.of("band")))
					.orderBy("band")
					.list());
	}

}

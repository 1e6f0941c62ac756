package dev.orm.golden;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import dev.orm.CommonTable;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Employee;
import dev.orm.acceptance.shop.Post;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Review;
import dev.orm.acceptance.shop.Tag;
import dev.orm.expression.Expressions;
import dev.orm.expression.NumberExpression;
import dev.orm.model.Model;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Prefetch.prefetch;
import static dev.orm.acceptance.shop.EmployeePath.EMPLOYEE;
import static dev.orm.acceptance.shop.PostPath.POST;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.ReviewPath.REVIEW;
import static dev.orm.expression.Aggregates.avg;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.golden.Golden.check;

/** Common tables, related rows of each owner, pages by key, aggregates per relation. */
class TableGoldenTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private final Manager<Employee> employees = orm.manager(Employee.class);

	private final Manager<Product> products = orm.manager(Product.class);

	private final Manager<Review> reviews = orm.manager(Review.class);

	private final Manager<Post> posts = orm.manager(Post.class);

	@Test
	void aCommonTableIsJoinedAndComparedWith() {
		CommonTable means = CommonTable.of("means",
				this.products.filter(PRODUCT.isActive.isTrue())
					.values("category")
					.annotate("mean", avg(PRODUCT.price)));
		check("tables/common",
				() -> this.products.all()
					.with(means)
					.join(means, PRODUCT.category, "category")
					.filter(PRODUCT.price.gt(means.column("mean", BigDecimal.class)))
					.list());
		check("tables/common-left",
				() -> this.products.all()
					.with(means)
					.leftJoin(means, PRODUCT.category, "category")
					.annotate("mean", means.column("mean", BigDecimal.class))
					.values("name", "mean")
					.list());
	}

	@Test
	void aRecursiveTableJoinsItself() {
		NumberExpression<Model, Integer> zero = NumberExpression.of(Expressions.value(0).node());
		CommonTable chain = CommonTable.recursive("chain",
				this.employees.filter(EMPLOYEE.manager.isNull()).values(List.of("id", "depth"), Map.of("depth", zero)),
				(self) -> this.employees.all()
					.join(self, EMPLOYEE.manager, "id")
					.values(List.of("id", "depth"), Map.of("depth", self.column("depth", Integer.class).plus(1))));
		check("tables/recursive",
				() -> this.employees.all()
					.with(chain)
					.join(chain, EMPLOYEE.id, "id")
					.annotate("depth", chain.column("depth", Integer.class))
					.orderBy("depth", "id")
					.list());
		check("tables/recursive-duplicates",
				() -> this.employees.all().with(chain.keepingDuplicates()).join(chain, EMPLOYEE.id, "id").count());
	}

	@Test
	void relatedRowsAreReadByOneStatementEach() {
		check("tables/prefetch",
				() -> this.products.filter(PRODUCT.id.lte(3)).prefetchRelated("reviews", "tags").list());
		check("tables/prefetch-deep",
				() -> this.posts.filter(POST.id.lte(3)).prefetchRelated("comments__author").list());
		check("tables/prefetch-filtered",
				() -> this.products.filter(PRODUCT.id.lte(3))
					.prefetchRelated(prefetch(PRODUCT.reviews(), this.reviews.filter(REVIEW.rating.gte(4))))
					.list());
	}

	@Test
	void aSliceOfRelatedRowsIsTakenForEachOwner() {
		check("tables/prefetch-slice",
				() -> this.products.filter(PRODUCT.id.lte(3))
					.prefetchRelated(prefetch(PRODUCT.reviews(), this.reviews.orderBy("-rating", "id").slice(0, 2)))
					.list());
		check("tables/prefetch-slice-many",
				() -> this.posts.filter(POST.id.lte(3))
					.prefetchRelated(prefetch(POST.tags(), orm.manager(Tag.class).orderBy("name").slice(1, 3)))
					.list());
	}

	@Test
	void pagesByKeyCompareTheOrdering() {
		check("tables/keyset", () -> {
			String cursor = this.products.orderBy(PRODUCT.price.desc()).after(null, 2).cursor();
			this.products.orderBy(PRODUCT.price.desc()).after(cursor, 2);
		});
		check("tables/keyset-nullable", () -> {
			String cursor = this.employees.orderBy(EMPLOYEE.title.asc(), EMPLOYEE.level.desc()).after(null, 2).cursor();
			this.employees.orderBy(EMPLOYEE.title.asc(), EMPLOYEE.level.desc()).after(cursor, 2);
		});
	}

	@Test
	void severalRelationsAreAggregatedEachByItself() {
		check("tables/per-relation",
				() -> this.posts.all()
					.aggregatePerRelation()
					.annotate(count(POST.tags()).as("tagCount"), count(POST.comments()).as("commentCount"))
					.orderBy("id")
					.list());
	}

}

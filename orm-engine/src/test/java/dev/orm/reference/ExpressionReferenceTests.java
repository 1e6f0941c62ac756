package dev.orm.reference;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.Row;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Event;
import dev.orm.acceptance.shop.Order;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.Review;
import dev.orm.error.OrmException;
import dev.orm.expression.Expression;
import dev.orm.expression.F;
import dev.orm.expression.node.Frame;
import dev.orm.test.Queries;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import dev.orm.type.ValueTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.CategoryPath.CATEGORY;
import static dev.orm.acceptance.shop.EventPath.EVENT;
import static dev.orm.acceptance.shop.OrderPath.ORDER;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.acceptance.shop.ReviewPath.REVIEW;
import static dev.orm.expression.Aggregates.avg;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.max;
import static dev.orm.expression.Aggregates.stringAgg;
import static dev.orm.expression.Aggregates.sum;
import static dev.orm.expression.Expressions.caseWhen;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.function;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.expression.Expressions.subquery;
import static dev.orm.expression.Expressions.text;
import static dev.orm.expression.Expressions.wrap;
import static dev.orm.expression.Functions.coalesce;
import static dev.orm.expression.Functions.greatest;
import static dev.orm.expression.functions.DateFunctions.truncMonth;
import static dev.orm.expression.functions.TextFunctions.concat;
import static dev.orm.expression.functions.TextFunctions.lower;
import static dev.orm.expression.functions.TextFunctions.upper;
import static dev.orm.expression.functions.Windows.lag;
import static dev.orm.expression.functions.Windows.over;
import static dev.orm.expression.functions.Windows.rank;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** docs/reference: expressions, functions, aggregation, windows, subqueries, sets. */
class ExpressionReferenceTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	static final Manager<Product> products = orm.manager(Product.class);

	static final Manager<Category> categories = orm.manager(Category.class);

	static final Manager<Order> orders = orm.manager(Order.class);

	static final Manager<Review> reviews = orm.manager(Review.class);

	static final Manager<Event> events = orm.manager(Event.class);

	@Test
	void expressions() {
		// tag::annotate[]
		var worth = PRODUCT.price.times(PRODUCT.stockQuantity).as("worth");
		for (Product product : products.annotate(worth).filter(worth.gt(1000)).orderBy(worth.desc())) {
			assertThat(product.get(worth)).isGreaterThan(BigDecimal.valueOf(1000));
		}
		// end::annotate[]
		// tag::wrap[]
		Expression<Event, Duration> took = wrap(EVENT.endsAt.minus(EVENT.startsAt), ValueTypes.DURATION);
		Expression<Product, BigDecimal> stock = wrap(PRODUCT.stockQuantity.times(PRODUCT.price), ValueTypes.DECIMAL);
		List<Duration> durations = events.filter(EVENT.endsAt.isNotNull(), EVENT.startsAt.isNotNull())
			.flat(took)
			.list();
		// end::wrap[]
		Duration longest = durations.stream().max(Comparator.naturalOrder()).orElseThrow();
		assertThat(longest).isPositive();
		BigDecimal most = products.aggregate(max(stock));
		assertThat(most).isPositive();
		// tag::case[]
		products
			.annotate(caseWhen(PRODUCT.price.lt(20), "cheap").when(PRODUCT.price.lt(200), "fair")
				.otherwise("dear")
				.as("level"))
			.values("name", "level")
			.list();
		// end::case[]
		// tag::alias[]
		List<Object> names = products.alias(PRODUCT.name.length().as("size")).filter("size__gt", 8).flat("name").list();
		// end::alias[]
		assertThat(names).isNotEmpty();
		// tag::named[]
		products.annotate("worth", F.of("price").times(F.of("stockQuantity"))).filter("worth__gt", 1000).list();
		products.annotate("initials", upper(F.text("name").slice(0, 2))).values("initials").list();
		BigDecimal dearest = products.aggregate(max(F.of("price", BigDecimal.class)));
		// end::named[]
		// tag::text[]
		var label = lower(PRODUCT.name).as("label");
		List<Product> labelled = products.annotate(label).filter(text(label).startswith("l")).list();
		// end::text[]
		assertThat(dearest).isEqualByComparingTo(products.orderBy("-price").first().orElseThrow().getPrice());
		assertThat(labelled).isNotEmpty();
	}

	@Test
	void functions() {
		// tag::functions[]
		products
			.annotate(concat(PRODUCT.name, " (", PRODUCT.category().name, ")").as("title"),
					greatest(PRODUCT.stockQuantity, 10).as("shown"))
			.list();
		events.values(EVENT.title, coalesce(EVENT.code, "none"), truncMonth(EVENT.startsAt)).list();
		// end::functions[]
		// tag::by-name[]
		List<Row> rows = products.annotate("initial", function("Left", PRODUCT.name, 1)).values("initial").list();
		// end::by-name[]
		assertThat(rows).hasSize(10);
	}

	// tag::record[]
	record Stat(String category, long products, Integer stock) {
	}
	// end::record[]

	@Test
	void aggregation() {
		// tag::aggregate[]
		Instant newest = products.aggregate(max(PRODUCT.createdAt));
		Row price = products.aggregate(avg(PRODUCT.price).as("average"));
		Row figures = products.aggregate(count(PRODUCT.id).as("number"), avg(PRODUCT.price).as("average"));
		// end::aggregate[]
		assertThat(newest).isNotNull();
		assertThat(price.get("average")).isEqualTo(figures.get("average"));
		assertThat(figures.get("number")).isEqualTo(10L);
		// tag::group[]
		var size = count(CATEGORY.products()).as("size");
		categories.annotate(size).filter(size.gt(1)).orderBy(size.desc()).list();
		// end::group[]
		// tag::default-names[]
		Row named = products.aggregate(avg("price").named(), max("price").named());
		Object average = named.get("price__avg");
		// end::default-names[]
		assertThat(average).isEqualTo(price.get("average"));
		// tag::values[]
		List<Stat> stats = products.values(PRODUCT.category().name, count(), sum(PRODUCT.stockQuantity)).as(Stat::new);
		// end::values[]
		assertThat(stats).hasSize(5);
		// tag::filtered[]
		categories
			.annotate(count(CATEGORY.products()).filter(CATEGORY.products().price.gt(100)).as("dear"),
					stringAgg(CATEGORY.products().name, ", ").orderBy(CATEGORY.products().name.asc()).as("names"))
			.list();
		// end::filtered[]
	}

	@Test
	void windows() {
		// tag::rank[]
		var place = over(rank()).partitionBy(PRODUCT.category).orderBy(PRODUCT.price.desc()).as("place");
		List<Product> dearest = products.annotate(place).filter(place.eq(1)).list();
		// end::rank[]
		assertThat(dearest).hasSize(5);
		// tag::frame[]
		orders
			.annotate(over(sum(ORDER.totalAmount)).orderBy(ORDER.orderDate.asc()).rows(null, 0).as("soFar"),
					over(lag(ORDER.totalAmount)).orderBy(ORDER.orderDate.asc()).as("before"))
			.list();
		// end::frame[]
		// tag::exclusion[]
		var others = over(avg(PRODUCT.price)).partitionBy(PRODUCT.category)
			.rows(null, null)
			.excluding(Frame.Exclusion.CURRENT_ROW)
			.as("others");
		List<Product> compared = products.annotate(others).filter(PRODUCT.price.gt(others)).list();
		// end::exclusion[]
		// tag::names[]
		var byName = over(rank()).partitionBy("category").orderBy("-price").as("place");
		// end::names[]
		assertThat(compared).isNotEmpty();
		assertThat(products.annotate(byName).filter(byName.eq(1)).list()).isEqualTo(dearest);
	}

	@Test
	void windowsAreNeitherWrittenNorAggregatedInPlace() {
		var place = over(rank()).orderBy(PRODUCT.price.desc());
		int sent = Queries.count(() -> {
			assertThatExceptionOfType(OrmException.class)
				.isThrownBy(() -> products.all().update(PRODUCT.stockQuantity.set(place)));
			assertThatExceptionOfType(OrmException.class).isThrownBy(() -> products.aggregate(sum(place).as("x")));
		});
		assertThat(sent).isZero();
	}

	@Test
	void subqueries() {
		// tag::scalar[]
		products
			.annotate(subquery(reviews.filter(REVIEW.product.eq(outer(PRODUCT.id)))
				.orderBy(REVIEW.createdAt.desc())
				.values(REVIEW.rating)
				.slice(0, 1)).as("lastRating"))
			.list();
		// end::scalar[]
		// tag::exists[]
		List<Product> praised = products
			.filter(exists(reviews.filter(REVIEW.product.eq(outer(PRODUCT.id)), REVIEW.rating.eq(5))))
			.list();
		// end::exists[]
		// tag::in[]
		List<Product> same = products.filter(PRODUCT.id.in(reviews.filter(REVIEW.rating.eq(5)).values("product")))
			.list();
		// end::in[]
		assertThat(same).isEqualTo(praised);
	}

	@Test
	void sets() {
		// tag::union[]
		QuerySet<Product> cheap = products.filter(PRODUCT.price.lt(50));
		QuerySet<Product> books = products.filter(PRODUCT.category().name.eq("Books"));
		List<Product> either = cheap.union(books).orderBy("name").list();
		List<Product> both = cheap.intersection(books).list();
		List<Product> others = cheap.difference(books).list();
		// end::union[]
		assertThat(both.size() + others.size()).isEqualTo(cheap.count());
		// tag::merge[]
		List<Product> merged = cheap.or(books).filter(PRODUCT.isActive.isTrue()).orderBy("name").list();
		// end::merge[]
		assertThat(either).containsAll(merged);
	}

}

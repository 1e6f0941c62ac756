package dev.orm.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Event;
import dev.orm.acceptance.shop.Order;
import dev.orm.acceptance.shop.Product;
import dev.orm.expression.Condition;
import dev.orm.expression.F;
import dev.orm.expression.Q;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.acceptance.shop.EventPath.EVENT;
import static dev.orm.acceptance.shop.OrderPath.ORDER;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.expression.Expressions.caseWhen;
import static org.assertj.core.api.Assertions.assertThat;

/** docs/reference/lookups.md and conditions.md. */
class ConditionReferenceTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	static final Manager<Product> products = orm.manager(Product.class);

	static final Manager<Order> orders = orm.manager(Order.class);

	static final Manager<Event> events = orm.manager(Event.class);

	@Test
	void lookups() {
		// tag::typed[]
		List<Product> found = products
			.filter(PRODUCT.name.icontains("book"), PRODUCT.price.range(5, 500), PRODUCT.stockQuantity.gt(0))
			.list();
		// end::typed[]
		// tag::strings[]
		List<Product> same = products
			.filter(Map.of("name__icontains", "book", "price__range", List.of(5, 500), "stockQuantity__gt", 0))
			.list();
		// end::strings[]
		assertThat(same).containsExactlyInAnyOrderElementsOf(found);
	}

	@Test
	void relationsAndTransforms() {
		// tag::relations[]
		products.filter(PRODUCT.category().name.eq("Books")).list();
		products.filter(PRODUCT.category.eq(3L)).list();
		products.filter(PRODUCT.category.in(List.of(1L, 3L))).list();
		// end::relations[]
		// tag::transforms[]
		events.filter(EVENT.startsAt.year().eq(2024), EVENT.startsAt.date().gte(LocalDate.of(2024, 3, 1))).list();
		events.filter("startsAt__year__gte", 2024).list();
		// end::transforms[]
		// tag::chained[]
		events.filter(EVENT.startsAt.date().isoWeekDay().lte(5)).orderBy(EVENT.startsAt.time()).list();
		events.filter("startsAt__date__iso_week_day__lte", 5).orderBy("startsAt__time").list();
		// end::chained[]
		// tag::nulls[]
		long open = events.filter(EVENT.endsAt.isNull()).count();
		long closed = events.filter(EVENT.endsAt.isNotNull()).count();
		// end::nulls[]
		assertThat(open + closed).isEqualTo(events.count());
	}

	@Test
	void conditions() {
		// tag::combine[]
		Condition<Product> bargain = PRODUCT.price.lt(20).or(PRODUCT.name.icontains("sale"));
		List<Product> some = products.filter(bargain.and(PRODUCT.isActive.isTrue().not())).list();
		// end::combine[]
		// tag::q[]
		List<Product> same = products.filter(Q.of("price__lt", 20).or(Q.of("name__icontains", "sale")))
			.exclude("isActive", true)
			.list();
		// end::q[]
		assertThat(same).isEqualTo(some);
		// tag::columns[]
		orders.filter(ORDER.items().quantity.gt(ORDER.items().product().stockQuantity)).list();
		products.filter("stockQuantity__gt", F.of("price").plus(10)).list();
		// end::columns[]
	}

	@Test
	void conditionsAreExpressions() {
		// tag::as-expression[]
		var scarce = PRODUCT.stockQuantity.lt(PRODUCT.price).as("scarce");
		List<Product> ordered = products.annotate(scarce)
			.orderBy(scarce.desc(), caseWhen(PRODUCT.name.startswith("L"), 1).otherwise(2))
			.list();
		List<Boolean> flags = products.orderBy("id").flat(PRODUCT.name.lower().contains("book")).list();
		products.annotate("scarce", Q.of("stockQuantity__lt", F.of("price"))).filter("scarce", true).list();
		// end::as-expression[]
		assertThat(ordered).hasSize(10).isSortedAccordingTo(Comparator.comparing((product) -> !product.get(scarce)));
		assertThat(flags).hasSize(10).contains(true, false);
	}

	@Test
	void truthsAreTurnedAround() {
		// tag::turned[]
		events.filter(EVENT.flag.isNotNull()).update(EVENT.flag.set(EVENT.flag.isFalse()));
		// end::turned[]
		long before = events.filter("flag", true).count();
		assertThat(events.all().update("flag", Q.of("flag", false))).isEqualTo(events.count());
		assertThat(events.filter("flag", false).count()).isEqualTo(before);
		assertThat(events.filter(EVENT.flag.isNull()).count()).as("NULL stays NULL").isPositive();
		events.all().update("flag", Q.of("flag", false));
	}

	@Test
	void relatedRows() {
		BigDecimal bound = new BigDecimal("100");
		// tag::one-row[]
		long oneItem = orders.filter(ORDER.items().quantity.gte(2), ORDER.items().price.lt(bound)).distinct().count();
		// end::one-row[]
		// tag::any-rows[]
		long anyItems = orders.filter(ORDER.items().quantity.gte(2))
			.filter(ORDER.items().price.lt(bound))
			.distinct()
			.count();
		// end::any-rows[]
		assertThat(anyItems).isGreaterThanOrEqualTo(oneItem);
		// tag::exclude[]
		List<Product> neverPanned = products.exclude(PRODUCT.reviews().rating.lte(2)).list();
		// end::exclude[]
		assertThat(neverPanned).isNotEmpty();
	}

}

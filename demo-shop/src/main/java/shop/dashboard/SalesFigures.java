package shop.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import dev.orm.Manager;
import dev.orm.Row;
import dev.orm.expression.Annotation;
import dev.orm.expression.Condition;
import org.jspecify.annotations.Nullable;
import shop.dashboard.Dashboard.CategoryRevenue;
import shop.dashboard.Dashboard.MonthRevenue;
import shop.dashboard.Dashboard.TopProduct;
import shop.dashboard.Dashboard.Totals;
import shop.order.Order;
import shop.order.OrderItem;
import shop.order.OrderStatus;

import org.springframework.stereotype.Component;

import static dev.orm.expression.Aggregates.avg;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.sum;
import static dev.orm.expression.functions.DateFunctions.truncMonth;
import static shop.order.OrderItemPath.ORDER_ITEM;
import static shop.order.OrderPath.ORDER;

/** What was sold. */
@Component
class SalesFigures {

	private static final int TOP = 5;

	private static final Condition<Order> IS_CANCELLED = ORDER.status.eq(OrderStatus.CANCELLED);

	private static final Annotation<Order, BigDecimal> TURNOVER = sum(ORDER.totalAmount).as("turnover");

	private static final Annotation<Order, Long> ORDERS = count(ORDER.id).as("orders");

	private static final Annotation<Order, Instant> MONTH = truncMonth(ORDER.orderDate).as("month");

	// tag::sums[]
	private static final Annotation<OrderItem, BigDecimal> REVENUE = sum(ORDER_ITEM.price.times(ORDER_ITEM.quantity))
		.as("revenue");

	private static final Annotation<OrderItem, Long> SOLD = sum(ORDER_ITEM.quantity, Long.class).as("sold");

	// end::sums[]

	private final Manager<Order> orders;

	private final Manager<OrderItem> items;

	SalesFigures(Manager<Order> orders, Manager<OrderItem> items) {
		this.orders = orders;
		this.items = items;
	}

	Totals totals() {
		Annotation<Order, BigDecimal> turnover = sum(ORDER.totalAmount).filter(IS_CANCELLED.not()).as("turnover");
		Annotation<Order, BigDecimal> average = avg(ORDER.totalAmount).filter(IS_CANCELLED.not()).as("average");
		Annotation<Order, Long> placed = count(ORDER.id).filter(IS_CANCELLED.not()).as("placed");
		Annotation<Order, Long> cancelled = count(ORDER.id).filter(IS_CANCELLED).as("cancelled");
		Row totals = this.orders.all().aggregate(turnover, average, placed, cancelled);
		return new Totals(orZero(totals.get(turnover)), orZero(totals.get(placed)),
				orZero(totals.get(average)).setScale(2, RoundingMode.HALF_UP), orZero(totals.get(cancelled)));
	}

	List<MonthRevenue> byMonth() {
		List<Month> months = this.orders.exclude(IS_CANCELLED)
			.values(MONTH, TURNOVER, ORDERS)
			.orderBy(MONTH.asc())
			.as(Month::new);
		double best = largest(months.stream().map(Month::turnover).toList());
		return months.stream().map((month) -> month.toRevenue(best)).toList();
	}

	List<CategoryRevenue> byCategory() {
		List<Category> categories = this.items.exclude(ORDER_ITEM.order().status.eq(OrderStatus.CANCELLED))
			.values(ORDER_ITEM.product().category().name, REVENUE, SOLD)
			.orderBy(REVENUE.desc())
			.as(Category::new);
		double best = largest(categories.stream().map(Category::revenue).toList());
		return categories.stream().map((category) -> category.toRevenue(best)).toList();
	}

	// tag::top[]
	List<TopProduct> topProducts() {
		return this.items.exclude(ORDER_ITEM.order().status.eq(OrderStatus.CANCELLED))
			.values(ORDER_ITEM.product().id, ORDER_ITEM.product().name, SOLD, REVENUE)
			.orderBy(REVENUE.desc(), ORDER_ITEM.product().id.asc())
			.slice(0, TOP)
			.as(TopProduct::new);
	}
	// end::top[]

	private static BigDecimal orZero(@Nullable BigDecimal value) {
		return Objects.requireNonNullElse(value, BigDecimal.ZERO);
	}

	private static long orZero(@Nullable Long value) {
		return Objects.requireNonNullElse(value, 0L);
	}

	private static double largest(List<BigDecimal> values) {
		return values.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(1);
	}

	private record Month(Instant month, BigDecimal turnover, long orders) {

		MonthRevenue toRevenue(double best) {
			return new MonthRevenue(YearMonth.from(this.month.atZone(ZoneOffset.UTC)), this.turnover, this.orders,
					this.turnover.doubleValue() / best);
		}

	}

	private record Category(String name, BigDecimal revenue, long sold) {

		CategoryRevenue toRevenue(double best) {
			return new CategoryRevenue(this.name, this.revenue, this.sold, this.revenue.doubleValue() / best);
		}

	}

}

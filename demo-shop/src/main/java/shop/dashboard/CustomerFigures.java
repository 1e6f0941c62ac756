package shop.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import dev.orm.Manager;
import dev.orm.QuerySet;
import dev.orm.expression.Annotation;
import dev.orm.expression.Condition;
import dev.orm.expression.Expression;
import org.jspecify.annotations.Nullable;
import shop.customer.Customer;
import shop.dashboard.Dashboard.CustomerInsight;
import shop.order.Order;
import shop.order.OrderStatus;
import shop.review.Review;

import org.springframework.stereotype.Component;

import static dev.orm.expression.Aggregates.avg;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.sum;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.expression.Expressions.subquery;
import static dev.orm.expression.functions.Windows.over;
import static dev.orm.expression.functions.Windows.rank;
import static shop.customer.CustomerPath.CUSTOMER;
import static shop.order.OrderPath.ORDER;
import static shop.review.ReviewPath.REVIEW;

/** Who the best customers are: aggregates, subqueries and a window in one query. */
@Component
class CustomerFigures {

	private static final Condition<Customer> SOLD = CUSTOMER.orders().status.eq(OrderStatus.CANCELLED).not();

	private static final Annotation<Customer, Long> ORDERS = count(CUSTOMER.orders()).filter(SOLD).as("orderCount");

	private static final Annotation<Customer, BigDecimal> SPENT = sum(CUSTOMER.orders().totalAmount).filter(SOLD)
		.orDefault(BigDecimal.ZERO)
		.as("spent");

	private static final Annotation<Customer, BigDecimal> AVERAGE = avg(CUSTOMER.orders().totalAmount).filter(SOLD)
		.as("average");

	private static final Annotation<Customer, Long> PLACE = over(rank()).orderBy(SPENT.desc()).as("place");

	private final Manager<Customer> customers;

	private final Annotation<Customer, Long> reviews;

	private final Annotation<Customer, Instant> lastOrder;

	private final Annotation<Customer, OrderStatus> lastStatus;

	CustomerFigures(Manager<Customer> customers, Manager<Order> orders, Manager<Review> reviews) {
		this.customers = customers;
		// joins to both orders and reviews would count each order once for every review
		Annotation<Review, Long> number = count(REVIEW.id).as("number");
		Expression<Customer, Long> written = subquery(reviews.filter(REVIEW.customer.eq(outer(CUSTOMER.id)))
			.orderBy()
			.values("customer")
			.annotate(number)
			.values("number"));
		this.reviews = written.as("reviewCount");
		QuerySet<Order> latest = orders.filter(ORDER.customer.eq(outer(CUSTOMER.id)))
			.orderBy(ORDER.orderDate.desc())
			.slice(0, 1);
		this.lastOrder = subquery(latest.values(ORDER.orderDate)).as("lastOrder");
		this.lastStatus = subquery(latest.values(ORDER.status)).as("lastStatus");
	}

	List<CustomerInsight> insights() {
		return this.customers.annotate(ORDERS, SPENT, AVERAGE)
			.annotate(PLACE, this.reviews, this.lastOrder, this.lastStatus)
			.selectRelated(CUSTOMER.user())
			.orderBy(PLACE.asc(), CUSTOMER.id.asc())
			.list()
			.stream()
			.map(this::insight)
			.toList();
	}

	private CustomerInsight insight(Customer customer) {
		return new CustomerInsight(orZero(customer.get(PLACE)), customer.getId(), customer.fullName(),
				orZero(customer.get(ORDERS)), Objects.requireNonNullElse(customer.get(SPENT), BigDecimal.ZERO),
				cents(customer.get(AVERAGE)), orZero(customer.get(this.reviews)), customer.get(this.lastOrder),
				customer.get(this.lastStatus));
	}

	private static @Nullable BigDecimal cents(@Nullable BigDecimal value) {
		return (value != null) ? value.setScale(2, RoundingMode.HALF_UP) : null;
	}

	private static long orZero(@Nullable Long value) {
		return Objects.requireNonNullElse(value, 0L);
	}

}

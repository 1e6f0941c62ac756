package shop.dashboard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.orm.boot.test.AssertQueries;
import org.junit.jupiter.api.Test;
import shop.ShopTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@ShopTest
class DashboardTests {

	@Autowired
	private Figures figures;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void totalsLeaveCancelledOrdersOut() {
		Map<String, Object> expected = this.jdbc.sql("""
				SELECT sum(total_amount) FILTER (WHERE status <> 'cancelled') AS revenue,
					count(*) FILTER (WHERE status <> 'cancelled') AS orders,
					avg(total_amount) FILTER (WHERE status <> 'cancelled') AS average,
					count(*) FILTER (WHERE status = 'cancelled') AS cancelled FROM shop_order""").query().singleRow();
		Dashboard.Totals totals = this.figures.dashboard().totals();
		assertThat(totals.revenue()).isEqualByComparingTo((BigDecimal) expected.get("revenue"));
		assertThat(totals.orders()).isEqualTo(expected.get("orders"));
		assertThat(totals.averageOrder().doubleValue()).isEqualTo(((BigDecimal) expected.get("average")).doubleValue(),
				within());
		assertThat(totals.cancelled()).isEqualTo(expected.get("cancelled"));
	}

	@Test
	void revenueByMonthIsThatOfPlainSql() {
		List<Row> expected = this.jdbc
			.sql("""
					SELECT to_char(order_date AT TIME ZONE 'UTC', 'YYYY-MM') AS name, sum(total_amount) AS amount, count(*) AS number
					FROM shop_order WHERE status <> 'cancelled' GROUP BY 1 ORDER BY 1""")
			.query(Row.class)
			.list();
		assertThat(this.figures.dashboard().revenueByMonth())
			.extracting((month) -> new Row(month.month().toString(), month.revenue(), month.orders()))
			.isEqualTo(expected);
	}

	@Test
	void revenueByCategoryIsThatOfPlainSql() {
		List<Row> expected = this.jdbc.sql("""
				SELECT c.name, sum(i.price * i.quantity) AS amount, sum(i.quantity) AS number FROM shop_order_item i
				JOIN shop_order o ON o.id = i.order_id JOIN shop_product p ON p.id = i.product_id
				JOIN shop_category c ON c.id = p.category_id
				WHERE o.status <> 'cancelled' GROUP BY c.name ORDER BY 2 DESC""").query(Row.class).list();
		assertThat(this.figures.dashboard().revenueByCategory())
			.extracting((category) -> new Row(category.name(), category.revenue(), category.sold()))
			.isEqualTo(expected);
	}

	@Test
	void topProductsAreThoseOfPlainSql() {
		List<Row> expected = this.jdbc.sql("""
				SELECT p.name, sum(i.price * i.quantity) AS amount, sum(i.quantity) AS number FROM shop_order_item i
				JOIN shop_order o ON o.id = i.order_id JOIN shop_product p ON p.id = i.product_id
				WHERE o.status <> 'cancelled' GROUP BY p.id, p.name ORDER BY 2 DESC, p.id LIMIT 5""")
			.query(Row.class)
			.list();
		assertThat(this.figures.dashboard().topProducts())
			.extracting((product) -> new Row(product.name(), product.revenue(), product.sold()))
			.isEqualTo(expected);
	}

	@Test
	void customersAreRankedByWhatTheySpent() {
		List<Customer> expected = this.jdbc
			.sql("""
					WITH sales AS (SELECT customer_id, count(*) AS orders, sum(total_amount) AS spent FROM shop_order
						WHERE status <> 'cancelled' GROUP BY customer_id)
					SELECT rank() OVER (ORDER BY coalesce(spent, 0) DESC) AS rank, u.first_name || ' ' || u.last_name AS name,
						coalesce(orders, 0) AS orders, coalesce(spent, 0) AS spent,
						(SELECT count(*) FROM shop_review r WHERE r.customer_id = c.id) AS reviews,
						(SELECT status FROM shop_order o WHERE o.customer_id = c.id ORDER BY order_date DESC LIMIT 1) AS status
					FROM shop_customer c JOIN shop_user u ON u.id = c.user_id LEFT JOIN sales s ON s.customer_id = c.id
					ORDER BY 1, c.id""")
			.query(Customer.class)
			.list();
		assertThat(this.figures.dashboard().customers())
			.extracting((each) -> new Customer(each.rank(), each.name(), each.orders(), each.spent().setScale(2),
					each.reviews(), Objects.requireNonNull(each.lastStatus()).value()))
			.isEqualTo(expected.stream()
				.map((each) -> new Customer(each.rank(), each.name(), each.orders(), each.spent().setScale(2),
						each.reviews(), each.status()))
				.toList());
	}

	@Test
	void priceBandsCountEveryProductForSaleOnce() {
		List<Row> expected = this.jdbc
			.sql("""
					SELECT CASE WHEN price < 50 THEN 'Under $50' WHEN price < 100 THEN '$50 to $100'
						WHEN price < 500 THEN '$100 to $500' ELSE '$500 and more' END AS name, 0 AS amount, count(*) AS number
					FROM shop_product WHERE is_active GROUP BY 1 ORDER BY min(price)""")
			.query(Row.class)
			.list();
		assertThat(this.figures.dashboard().priceBands())
			.extracting((band) -> new Row(band.name(), BigDecimal.ZERO, band.products()))
			.isEqualTo(expected);
	}

	@Test
	@AssertQueries(6)
	void thePageRunsAQueryForEachPanel() {
		assertThat(this.mvc.get().uri("/dashboard")).hasStatusOk();
	}

	@Test
	void thePageAndTheEndpointShowTheFigures() {
		assertThat(this.mvc.get().uri("/dashboard")).hasStatusOk()
			.bodyText()
			.contains("Revenue by month", "Mar 2024", "Electronics", "Jane Smith", "Under $50");
		assertThat(this.mvc.get().uri("/api/dashboard")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.topProducts.length()")
			.isEqualTo(5);
	}

	private static org.assertj.core.data.Offset<Double> within() {
		return org.assertj.core.data.Offset.offset(0.005);
	}

	private record Row(String name, BigDecimal amount, long number) {

	}

	private record Customer(long rank, String name, long orders, BigDecimal spent, long reviews, String status) {

	}

}

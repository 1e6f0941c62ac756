package shop.order;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.ShopTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static shop.ShopRows.PRODUCTS;
import static shop.catalog.ProductPath.PRODUCT;

@ShopTest
class OrderTests {

	@Autowired
	private Orders orders;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void anOrderTakesStockAndKeepsThePriceOfTheDay() {
		long pen = product("Pen", "2.50", 10);
		long ink = product("Ink", "7.00", 5);
		Long id = this.orders.place(new OrderRequest(1L, List.of(line(pen, 4), line(ink, 1))));
		assertThat(stock(pen)).isEqualTo(6);
		assertThat(stock(ink)).isEqualTo(4);
		OrderDetail order = this.orders.get(id);
		assertThat(order.totalAmount()).isEqualByComparingTo("17.00");
		assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
		assertThat(order.customer()).isEqualTo("John Doe");
		assertThat(order.items()).extracting(OrderDetail.Item::product, OrderDetail.Item::quantity)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("Pen", 4),
					org.assertj.core.groups.Tuple.tuple("Ink", 1));
	}

	@Test
	void linesOfTheSameProductAddUp() {
		long stamp = product("Stamp", "1.00", 5);
		assertThatExceptionOfType(SoldOutException.class)
			.isThrownBy(() -> this.orders.place(new OrderRequest(1L, List.of(line(stamp, 3), line(stamp, 3)))))
			.withMessageContaining("6 of Stamp")
			.withMessageContaining("only 5");
	}

	@Test
	void anOrderThatCannotBeFilledLeavesNothingBehind() {
		long full = product("Full shelf", "1.00", 5);
		long empty = product("Empty shelf", "1.00", 0);
		long before = count("shop_order");
		assertThatExceptionOfType(SoldOutException.class)
			.isThrownBy(() -> this.orders.place(new OrderRequest(1L, List.of(line(full, 1), line(empty, 1)))));
		assertThat(stock(full)).isEqualTo(5);
		assertThat(count("shop_order")).isEqualTo(before);
	}

	@Test
	void anOrderOfAnUnknownProductOrCustomerIsRefused() {
		long chalk = product("Chalk", "1.00", 5);
		assertThatExceptionOfType(InvalidOrderException.class)
			.isThrownBy(() -> this.orders.place(new OrderRequest(1L, List.of(line(chalk, 1), line(999_999, 1)))))
			.withMessageContaining("999999");
		assertThatExceptionOfType(InvalidOrderException.class)
			.isThrownBy(() -> this.orders.place(new OrderRequest(999L, List.of(line(chalk, 1)))));
	}

	@Test
	void thePageTakesAnOrderAndShowsIt() {
		long brush = product("Brush", "3.00", 5);
		var result = this.mvc.post()
			.uri("/orders")
			.param("customer", "2")
			.param("product", String.valueOf(brush), "", "")
			.param("quantity", "2", "1", "1")
			.exchange();
		assertThat(result).hasStatus3xxRedirection();
		String location = result.getResponse().getRedirectedUrl();
		assertThat(location).startsWith("/orders/");
		assertThat(this.mvc.get().uri(location).flashAttrs(result.getMvcResult().getFlashMap())).hasStatusOk()
			.bodyText()
			.contains("Brush", "Jane Smith", "$6.00", "FOR UPDATE", "before the redirect");
	}

	private MvcTestResult move(Long order, OrderStatus status) {
		return this.mvc.post()
			.uri("/orders/" + order + "/status")
			.header("X-User", "bob")
			.param("status", status.name())
			.exchange();
	}

	@Test
	void anOrderIsMovedOnAndThePageSaysWhereItIsAndWhoSaidSo() {
		Long id = this.orders.place(new OrderRequest(1L, List.of(line(product("Pot", "2.00", 5), 1))));
		this.jdbc.sql("UPDATE shop_order SET order_date = order_date - interval '1 day' WHERE id = ?")
			.param(id)
			.update();
		assertThat(this.mvc.get().uri("/orders/" + id)).bodyText().contains("Waiting", "Being packed", "On its way");
		assertThat(move(id, OrderStatus.DELIVERED)).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/orders/" + id)).hasStatusOk()
			.bodyText()
			.contains("status delivered\">Delivered", "delivered on", "changed", "<strong>bob</strong>")
			.doesNotContain("/status");
		assertThat(this.mvc.get().uri("/api/orders/" + id)).bodyJson()
			.extractingPath("$.status")
			.isEqualTo("delivered");
	}

	@Test
	void aCancelledOrderGivesItsProductsBackOnce() {
		long pan = product("Pan", "2.00", 5);
		Long id = this.orders.place(new OrderRequest(1L, List.of(line(pan, 2))));
		assertThat(stock(pan)).isEqualTo(3);
		assertThat(move(id, OrderStatus.CANCELLED)).hasStatus3xxRedirection();
		assertThat(stock(pan)).isEqualTo(5);
		assertThat(move(id, OrderStatus.CANCELLED)).hasStatus(409).bodyText().contains("It is cancelled, and stays so");
		assertThat(stock(pan)).isEqualTo(5);
	}

	@Test
	void ordersAreListedByStatus() {
		assertThat(this.mvc.get().uri("/orders")).hasStatusOk()
			.bodyText()
			.contains("Order 1", "Order 7", "Cancelled", "1 SQL query");
		assertThat(this.mvc.get().uri("/orders?status=CANCELLED")).bodyText()
			.contains("Order 7")
			.doesNotContain("Order 1<");
	}

	@Test
	void thePageOfAnOrderHasItsComments() {
		assertThat(this.mvc.post()
			.uri("/comments")
			.param("on", "ORDER")
			.param("number", "1")
			.param("author", "Jane")
			.param("text", "Leave it at the door")).hasStatus(302).hasRedirectedUrl("/orders/1#comments");
		assertThat(this.mvc.get().uri("/orders/1")).bodyText().contains("Leave it at the door", "3 SQL queries");
	}

	@Test
	void thePageSaysWhatIsSoldOutAndKeepsTheForm() {
		long last = product("Last one", "3.00", 1);
		assertThat(this.mvc.post()
			.uri("/orders")
			.param("customer", "2")
			.param("product", String.valueOf(last), "", "")
			.param("quantity", "2", "1", "1")).hasStatus(409).bodyText().contains("only 1 left", "Place the order");
	}

	@Test
	void theFormOffersWhatIsInStock() {
		product("Nothing left of it", "3.00", 0);
		assertThat(this.mvc.get().uri("/orders/new?product=1")).hasStatusOk()
			.bodyText()
			.contains("MacBook Pro", "John Doe")
			.doesNotContain("Nothing left of it");
	}

	@Test
	void anEndpointTakesAnOrder() {
		long nail = product("Nail", "0.10", 500);
		assertThat(this.mvc.post().uri("/api/orders").contentType(MediaType.APPLICATION_JSON).content("""
				{"customer": 3, "lines": [{"product": %d, "quantity": 100}]}""".formatted(nail))).hasStatus(201)
			.bodyJson()
			.extractingPath("$.totalAmount")
			.asNumber()
			.satisfies((total) -> assertThat(new BigDecimal(total.toString())).isEqualByComparingTo("10"));
		assertThat(stock(nail)).isEqualTo(400);
	}

	@Test
	void anEndpointAnswersConflictWhenSoldOut() {
		long rare = product("Rare", "1.00", 1);
		assertThat(this.mvc.post().uri("/api/orders").contentType(MediaType.APPLICATION_JSON).content("""
				{"customer": 3, "lines": [{"product": %d, "quantity": 2}]}""".formatted(rare))).hasStatus(409)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"customer\": 1, \"lines\": []}", "{\"customer\": 1, \"lines\": [null]}",
			"{\"customer\": 1, \"lines\": [{\"product\": 1, \"quantity\": 1.7}]}",
			"{\"customer\": 1, \"lines\": [{\"product\": 1, \"quantity\": 0}]}",
			"{\"customer\": 1, \"lines\": [{\"product\": 1, \"quantity\": -5}]}", "no json" })
	void anEndpointRefusesOrdersThatMakeNoSense(String body) {
		assertThat(this.mvc.post().uri("/api/orders").contentType(MediaType.APPLICATION_JSON).content(body))
			.hasStatus(400);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"lines": [{"product": 1, "quantity": 1}]}                                   | customer
			{"customer": 1, "lines": [null]}                                             | lines[0]
			{"customer": 1, "lines": [{"product": 1, "quantity": 0}]}                    | lines[0].quantity
			{"customer": 1, "lines": [{"product": 1, "quantity": 1.7}]}                  | lines[0].quantity
			{"customer": "x", "lines": [{"product": 1, "quantity": 1}]}                  | customer
			""")
	void anEndpointNamesTheFieldThatMakesNoSense(String body, String field) {
		assertThat(this.mvc.post().uri("/api/orders").contentType(MediaType.APPLICATION_JSON).content(body))
			.hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo(field);
	}

	private static OrderRequest.Line line(long product, int quantity) {
		return new OrderRequest.Line(product, quantity);
	}

	private static long product(String name, String price, int stock) {
		return PRODUCTS
			.create(PRODUCT.name.is(name), PRODUCT.price.is(new BigDecimal(price)), PRODUCT.stockQuantity.is(stock))
			.getId();
	}

	private int stock(long product) {
		return this.jdbc.sql("SELECT stock_quantity FROM shop_product WHERE id = ?")
			.param(product)
			.query(Integer.class)
			.single();
	}

	private long count(String table) {
		return this.jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

}

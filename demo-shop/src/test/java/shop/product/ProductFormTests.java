package shop.product;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.ShopTest;
import shop.catalog.Product;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.ShopRows.PRODUCTS;
import static shop.catalog.ProductPath.PRODUCT;

@ShopTest
class ProductFormTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	private MvcTestResult send(String address, Product product, String field, String value) {
		Map<String, String> form = new HashMap<>(
				Map.of("name", product.getName(), "price", product.getPrice().toPlainString(), "stockQuantity", "3",
						"category", String.valueOf(product.getCategory().id()), "supplier",
						String.valueOf(product.getSupplier().id()), "_active", "on", "active", "true"));
		form.put(field, value);
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post().uri(address).header("X-User", "ann");
		form.forEach(request::param);
		return request.exchange();
	}

	private static Product lamp() {
		return PRODUCTS.create(PRODUCT.name.is("Lamp"));
	}

	@Test
	void theFormIsMadeOfTheModel() {
		assertThat(this.mvc.get().uri("/products/1/edit")).hasStatusOk()
			.bodyText()
			.contains("As on the invoice", "In stock", "value=\"1299.99\"", "Electronics", "For sale",
					"/products/1/delete");
		assertThat(this.mvc.get().uri("/products/new")).hasStatusOk().bodyText().doesNotContain("/delete");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			name          | ' '     | must not be blank
			price         | 0       | Nothing is for free: a price is above 0.
			price         | much    | Enter a number.
			price         | 1.234   | Ensure that there are no more than 2 decimal places.
			stockQuantity | -1      | must be greater than or equal to 0
			stockQuantity | 1.5     | Enter a whole number.
			category      | 999     | Category instance with id does not exist.""")
	void whatIsWrongIsSaidBesideTheField(String field, String value, String problem) {
		Product lamp = lamp();
		String page = body(send("/products/" + lamp.getId(), lamp, field, value));
		assertThat(page).contains("id=\"" + field + "-wrong\">" + problem, "aria-describedby=\"" + field + "-wrong\"");
		assertThat(stock(lamp)).isZero();
	}

	@Test
	void aNameThatTheSupplierSellsAlreadyIsRefusedAsAWhole() {
		Product lamp = lamp();
		Product other = PRODUCTS.create(PRODUCT.name.is("Torch"), PRODUCT.supplier.is(lamp.getSupplier()));
		MvcTestResult result = send("/products/" + other.getId(), other, "name", "Lamp");
		assertThat(result).hasStatus(400)
			.bodyText()
			.contains("Product with this Name and Supplier already exists.", "value=\"Lamp\"");
	}

	@Test
	void whoChangesAProductIsOnItsPageAndInItsHistory() {
		Product lamp = lamp();
		assertThat(send("/products/" + lamp.getId(), lamp, "description", "Bright")).hasStatus3xxRedirection();
		this.jdbc.sql("UPDATE shop_product SET created_at = created_at - interval '1 day' WHERE id = ?")
			.param(lamp.getId())
			.update();
		assertThat(this.mvc.get().uri("/products/" + lamp.getId())).hasStatusOk()
			.bodyText()
			.contains("Bright", "changed", "<strong>ann</strong>");
		assertThat(this.mvc.get().uri("/products/" + lamp.getId() + "/history")).bodyText().contains("<td>ann</td>");
	}

	@Test
	void aProductIsAdded() {
		Product lamp = lamp();
		assertThat(send("/products", lamp, "name", "Chandelier")).hasStatus3xxRedirection();
		assertThat(this.jdbc.sql("SELECT created_by FROM shop_product WHERE name = 'Chandelier'")
			.query(String.class)
			.list()).isEqualTo(List.of("ann"));
	}

	@Test
	void aDeletedProductTakesItsReviewsAndCommentsAlong() {
		Long id = lamp().getId();
		this.mvc.post()
			.uri("/comments")
			.param("on", "PRODUCT")
			.param("number", String.valueOf(id))
			.param("author", "Jane")
			.param("text", "Nice")
			.exchange();
		this.mvc.post()
			.uri("/products/" + id + "/reviews")
			.param("customer", "1")
			.param("rating", "4")
			.param("comment", "Good")
			.exchange();
		assertThat(left("shop_comment", "target_id", id)).isOne();
		assertThat(this.mvc.post().uri("/products/" + id + "/delete")).hasStatus(302).hasRedirectedUrl("/");
		assertThat(left("shop_product", "id", id)).isZero();
		assertThat(left("shop_comment", "target_id", id)).isZero();
		assertThat(left("shop_review", "product_id", id)).isZero();
	}

	@Test
	void aProductThatWasOrderedStays() {
		assertThat(this.mvc.post().uri("/products/1/delete")).hasStatus(409)
			.bodyText()
			.contains("Take it off sale instead.", "value=\"MacBook Pro\"");
		assertThat(left("shop_product", "id", 1)).isOne();
	}

	@Test
	void aProductThatIsTakenOffSaleCanStillBeChanged() {
		Product lamp = PRODUCTS.create(PRODUCT.active.is(false));
		assertThat(this.mvc.get().uri("/products/" + lamp.getId())).hasStatus(404);
		assertThat(this.mvc.get().uri("/products/" + lamp.getId() + "/edit")).hasStatusOk();
		assertThat(this.mvc.get().uri("/products/999999/edit")).hasStatus(404);
	}

	private int left(String table, String column, long id) {
		return this.jdbc.sql("SELECT count(*) FROM " + table + " WHERE " + column + " = ?")
			.param(id)
			.query(Integer.class)
			.single();
	}

	private int stock(Product product) {
		return this.jdbc.sql("SELECT stock_quantity FROM shop_product WHERE id = ?")
			.param(product.getId())
			.query(Integer.class)
			.single();
	}

	private static String body(MvcTestResult result) {
		assertThat(result).hasStatus(400);
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}

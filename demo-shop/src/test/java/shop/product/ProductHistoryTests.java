package shop.product;

import java.math.BigDecimal;
import java.util.List;

import dev.orm.boot.test.AssertQueries;
import dev.orm.history.Version;
import org.junit.jupiter.api.Test;
import shop.ShopTest;
import shop.catalog.Product;
import shop.catalog.ProductManager;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.catalog.ProductPath.PRODUCT;

@ShopTest
class ProductHistoryTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ProductManager products;

	@Autowired
	private JdbcClient jdbc;

	private String day(int days) {
		return this.jdbc
			.sql("SELECT to_char(created_at + ? * interval '1 day', 'YYYY-MM-DD') FROM shop_product WHERE id = 1")
			.param(days)
			.query(String.class)
			.single();
	}

	private String price(String factor) {
		return this.jdbc
			.sql("SELECT to_char(round(price * %s, 2), 'FM9,999,990.00') FROM shop_product WHERE id = 1"
				.formatted(factor))
			.query(String.class)
			.single();
	}

	@Test
	void thePageShowsWhatAProductCostOnADay() {
		assertThat(this.mvc.get().uri("/products/1/history?on=" + day(10))).hasStatusOk()
			.bodyText()
			.contains("<p class=\"price\">$" + price("1.20"), "DISTINCT ON", "shop_product_history");
		assertThat(this.mvc.get().uri("/products/1/history?on=" + day(40))).hasStatusOk()
			.bodyText()
			.contains("<p class=\"price\">$" + price("1.10"));
		assertThat(this.mvc.get().uri("/products/1/history")).hasStatusOk()
			.bodyText()
			.contains("<p class=\"price\">$" + price("1"));
		assertThat(this.mvc.get().uri("/products/1/history?on=" + day(-9))).hasStatusOk()
			.bodyText()
			.contains("It was not for sale on " + day(-9));
	}

	@Test
	@AssertQueries(3)
	void thePageRunsThreeQueries() {
		assertThat(this.mvc.get().uri("/products/1/history")).hasStatusOk();
	}

	@Test
	void aPriceThatChangesIsAVersion() {
		Product product = this.products.get(PRODUCT.id.eq(2L));
		List<Version<Product>> before = this.products.versions(product);
		product.setPrice(product.getPrice().add(BigDecimal.ONE));
		this.products.save(product);
		List<Version<Product>> after = this.products.versions(product);
		assertThat(after).hasSize(before.size() + 1);
		assertThat(after.get(after.size() - 1).changes()).containsOnlyKeys("price");
		this.products.save(product);
		assertThat(this.products.versions(product)).hasSameSizeAs(after);
	}

	@Test
	void aDayThatIsNoneIsRefused() {
		assertThat(this.mvc.get().uri("/products/1/history?on=yesterday")).hasStatus(400);
	}

}

package shop.product;

import java.util.List;

import com.jayway.jsonpath.JsonPath;
import dev.orm.boot.test.AssertQueries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.ShopTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.ShopRows.PRODUCTS;
import static shop.catalog.ProductPath.PRODUCT;

@ShopTest
class ProductTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void thePageShowsReviewsTagsAndSupplier() {
		assertThat(this.mvc.get().uri("/products/1")).hasStatusOk()
			.bodyText()
			.contains("MacBook Pro", "Excellent laptop! Very fast and reliable.", "John Doe", "TechCorp", "premium",
					"More in Electronics");
	}

	@Test
	@AssertQueries(6)
	void thePageRunsSixQueries() {
		assertThat(this.mvc.get().uri("/products/1")).hasStatusOk();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 6, 9 })
	void reviewsAndRelatedProductsAreThoseOfPlainSql(int id) throws Exception {
		MvcTestResult result = this.mvc.get().uri("/api/products/" + id).exchange();
		assertThat(result).hasStatusOk();
		String json = result.getResponse().getContentAsString();
		assertThat(JsonPath.<List<String>>read(json, "$.reviews[*].comment"))
			.isEqualTo(this.jdbc.sql("SELECT comment FROM shop_review WHERE product_id = ? ORDER BY created_at DESC")
				.param(id)
				.query(String.class)
				.list());
		assertThat(JsonPath.<List<Integer>>read(json, "$.related[*].id")).isEqualTo(this.jdbc
			.sql("""
					SELECT id FROM shop_product WHERE id <> :id AND is_active
						AND category_id = (SELECT category_id FROM shop_product WHERE id = :id) ORDER BY price, id LIMIT 4""")
			.param("id", id)
			.query(Integer.class)
			.list());
	}

	@Test
	void aProductThatIsNotThereIsAPageOfItsOwn() {
		MvcTestResult result = this.mvc.get().uri("/products/999").accept(MediaType.TEXT_HTML).exchange();
		assertThat(result).hasStatus(404);
	}

	@Test
	void aProductThatIsNotThereIsAProblemInJson() {
		assertThat(this.mvc.get().uri("/api/products/999")).hasStatus(404)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void aProductThatIsNotForSaleIsNotShown() {
		Long id = PRODUCTS.create(PRODUCT.active.is(false)).getId();
		assertThat(this.mvc.get().uri("/products/" + id)).hasStatus(404);
	}

}

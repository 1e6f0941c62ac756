package shop.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.ShopTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ShopTest
class DataSetTests {

	@Autowired
	private DataSet dataSet;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@CsvSource({ "categories, shop_category", "suppliers, shop_supplier", "tags, shop_tag", "products, shop_product",
			"users, shop_user", "customers, shop_customer", "orders, shop_order", "order_items, shop_order_item",
			"reviews, shop_review" })
	void everyRowOfTheFilesIsInItsTableWithEveryValue(String file, String table) throws Exception {
		JsonNode rows = JsonMapper.shared().readTree(new ClassPathResource("data/" + file + ".json").getInputStream());
		for (JsonNode row : rows) {
			Map<String, Object> stored = this.jdbc.sql("SELECT * FROM " + table + " WHERE id = ?")
				.param(row.get("id").asLong())
				.query()
				.singleRow();
			row.properties()
				.stream()
				.filter((property) -> !property.getKey().equals("stock_quantity"))
				.forEach((property) -> assertThat(text(stored.get(property.getKey())))
					.as("%s.%s of %s", table, property.getKey(), row.get("id"))
					.isEqualTo(expected(property.getValue())));
		}
		assertThat(rows).isNotEmpty();
	}

	@Test
	void productsHaveTheirTags() throws Exception {
		JsonNode rows = JsonMapper.shared().readTree(new ClassPathResource("data/product_tags.json").getInputStream());
		for (JsonNode row : rows) {
			assertThat(this.jdbc.sql("SELECT count(*) FROM shop_product_tags WHERE product_id = ? AND tag_id = ?")
				.params(row.get("product_id").asLong(), row.get("tag_id").asLong())
				.query(Integer.class)
				.single()).isOne();
		}
	}

	@Test
	void newRowsGetKeysBeyondThoseOfTheFiles() {
		Long id = this.jdbc.sql("INSERT INTO shop_tag (name) VALUES ('fresh') RETURNING id").query(Long.class).single();
		assertThat(id).isGreaterThan(5);
	}

	@Test
	void aDatabaseWithRowsIsLeftAlone() {
		long before = this.jdbc.sql("SELECT count(*) FROM shop_review").query(Long.class).single();
		this.dataSet.afterSingletonsInstantiated();
		assertThat(this.jdbc.sql("SELECT count(*) FROM shop_review").query(Long.class).single()).isEqualTo(before);
	}

	private static String text(Object value) {
		if (value instanceof java.sql.Timestamp time) {
			return time.toInstant().toString();
		}
		return (value instanceof BigDecimal number) ? number.toPlainString() : String.valueOf(value);
	}

	private static String expected(JsonNode value) {
		String text = value.isNull() ? "null" : value.asString();
		return text.matches("\\d{4}-.*Z") ? Instant.parse(text).toString() : text;
	}

}

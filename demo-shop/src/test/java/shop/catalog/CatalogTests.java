package shop.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import dev.orm.observe.QueryLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.ShopTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@ShopTest
class CatalogTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					''                      | true
					q=BOOK                  | name ILIKE '%book%' OR description ILIKE '%book%'
					q=pro&sort=price        | name ILIKE '%pro%' OR description ILIKE '%pro%'
					category=2              | category_id = 2
					minPrice=80             | price >= 80
					maxPrice=49.99          | price <= 49.99
					minPrice=40&maxPrice=90 | price BETWEEN 40 AND 90
					tag=new                 | id IN (SELECT product_id FROM shop_product_tags JOIN shop_tag t ON t.id = tag_id WHERE t.name = 'new')
					inStock=true            | stock_quantity > 0
					category=1&q=phone      | category_id = 1 AND (name ILIKE '%phone%' OR description ILIKE '%phone%')
					""")
	void filtersFindWhatPlainSqlFinds(String query, String condition) {
		List<Integer> expected = this.jdbc
			.sql("SELECT id FROM shop_product WHERE is_active AND (" + condition + ") ORDER BY id")
			.query(Integer.class)
			.list();
		assertThat(ids(query)).containsExactlyInAnyOrderElementsOf(expected);
		assertThat(expected).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "name, name ASC", "price, price ASC", "price-down, price DESC", "newest, created_at DESC" })
	void productsComeInTheOrderAskedFor(String sort, String order) {
		List<Integer> expected = this.jdbc.sql("SELECT id FROM shop_product WHERE is_active ORDER BY " + order + ", id")
			.query(Integer.class)
			.list();
		assertThat(ids("sort=" + sort)).isEqualTo(expected);
	}

	@Test
	void bestRatedProductsComeFirstAndUnratedOnesLast() {
		List<Integer> expected = this.jdbc.sql("""
				SELECT p.id FROM shop_product p LEFT JOIN shop_review r ON r.product_id = p.id WHERE is_active
				GROUP BY p.id ORDER BY avg(r.rating) DESC NULLS LAST, p.id""").query(Integer.class).list();
		assertThat(ids("sort=rating")).isEqualTo(expected);
	}

	@Test
	void wildcardsInASearchAreTakenLiterally() {
		assertThat(ids("q=%25")).isEmpty();
		assertThat(ids("q=_")).isEmpty();
	}

	@Test
	void aProductCarriesItsRatingTagsAndNames() {
		String json = json("q=iPhone");
		var expected = this.jdbc
			.sql("""
					SELECT p.price, c.name AS category, s.name AS supplier,
						(SELECT avg(rating) FROM shop_review WHERE product_id = p.id) AS rating,
						(SELECT string_agg(t.name, ',' ORDER BY t.name) FROM shop_product_tags pt
							JOIN shop_tag t ON t.id = pt.tag_id WHERE pt.product_id = p.id) AS tags
					FROM shop_product p JOIN shop_category c ON c.id = category_id JOIN shop_supplier s ON s.id = supplier_id
					WHERE p.name LIKE 'iPhone%'""")
			.query()
			.singleRow();
		assertThat(JsonPath.<List<Object>>read(json, "$.products")).hasSize(1);
		assertThat(new BigDecimal(JsonPath.read(json, "$.products[0].price").toString()))
			.isEqualByComparingTo((BigDecimal) expected.get("price"));
		assertThat(JsonPath.<String>read(json, "$.products[0].category")).isEqualTo(expected.get("category"));
		assertThat(JsonPath.<String>read(json, "$.products[0].supplier")).isEqualTo(expected.get("supplier"));
		assertThat(JsonPath.<Double>read(json, "$.products[0].averageRating"))
			.isEqualTo(((BigDecimal) expected.get("rating")).doubleValue());
		assertThat(String.join(",", JsonPath.<List<String>>read(json, "$.products[0].tags")))
			.isEqualTo(expected.get("tags"));
	}

	@Test
	void categoriesAreCountedAndPricesAreSpanned() {
		String json = json("");
		List<Integer> counts = this.jdbc.sql("""
				SELECT count(p.id) FROM shop_category c LEFT JOIN shop_product p ON p.category_id = c.id AND p.is_active
				GROUP BY c.id ORDER BY c.name""").query(Integer.class).list();
		assertThat(JsonPath.<List<Integer>>read(json, "$.categories[*].forSale")).isEqualTo(counts);
		BigDecimal dearest = this.jdbc.sql("SELECT max(price) FROM shop_product WHERE is_active")
			.query(BigDecimal.class)
			.single();
		assertThat(new BigDecimal(JsonPath.read(json, "$.prices.highest").toString())).isEqualByComparingTo(dearest);
	}

	@Test
	void aPageRunsSixQueriesHoweverManyProductsItShows() {
		assertThat(queries("/")).isEqualTo(6);
		assertThat(queries("/?q=iPhone")).isEqualTo(6);
	}

	@Test
	void thePageShowsItsProductsAndItsSql() {
		assertThat(this.mvc.get().uri("/")).hasStatusOk()
			.bodyText()
			.contains("Adidas Hoodie", "6 SQL queries", "FROM &quot;shop_product&quot;");
	}

	@Test
	void aSearchWithoutResultsSaysSo() {
		assertThat(this.mvc.get().uri("/?q=nothing-like-it")).hasStatusOk().bodyText().contains("Nothing matches");
	}

	@ParameterizedTest
	@ValueSource(strings = { "minPrice=cheap", "minPrice=-1", "page=0", "category=x", "sort=stolen" })
	void wrongFiltersAreRefused(String query) {
		assertThat(this.mvc.get().uri("/api/products?" + query)).hasStatus(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "minPrice=abc", "maxPrice=-1", "page=0" })
	void thePageKeepsTheFormAndSaysWhichFilterMakesNoSense(String query) {
		String[] filter = query.split("=");
		assertThat(this.mvc.get().uri("/?q=pro&" + query)).hasStatus(400)
			.bodyText()
			.contains("Left out what makes no sense: " + filter[0], "value=\"pro\"", "MacBook Pro");
	}

	@Test
	void aPriceThatIsNoneStaysInTheForm() {
		assertThat(this.mvc.get().uri("/?minPrice=abc")).bodyText().contains("value=\"abc\"");
	}

	private List<Integer> ids(String query) {
		List<Integer> ids = new ArrayList<>();
		int page = 0;
		int pages;
		do {
			page++;
			String json = json(query + "&page=" + page);
			ids.addAll(JsonPath.<List<Integer>>read(json, "$.products[*].id"));
			pages = JsonPath.read(json, "$.pages");
		}
		while (page < pages);
		return ids;
	}

	private String json(String query) {
		MvcTestResult result = this.mvc.get().uri("/api/products?" + query).exchange();
		assertThat(result).hasStatusOk();
		return body(result);
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
	}

	private int queries(String path) {
		return QueryLog.capture(() -> assertThat(this.mvc.get().uri(path)).hasStatusOk()).count();
	}

}

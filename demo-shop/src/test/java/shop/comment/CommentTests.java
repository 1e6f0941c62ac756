package shop.comment;

import java.util.List;

import dev.orm.boot.test.AssertQueries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.ShopTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@ShopTest
class CommentTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Comments comments;

	@Autowired
	private JdbcClient jdbc;

	private MvcTestResult post(Subject on, long number, String text) {
		return this.mvc.post()
			.uri("/comments")
			.param("on", on.name())
			.param("number", String.valueOf(number))
			.param("author", "Jane")
			.param("text", text)
			.exchange();
	}

	@Test
	void commentsOnProductsAndOrdersAreOnOnePage() {
		assertThat(post(Subject.PRODUCT, 1, "When is it back?")).hasStatus3xxRedirection();
		assertThat(post(Subject.ORDER, 1, "Leave it at the door")).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri("/comments")).hasStatusOk()
			.bodyText()
			.contains("When is it back?", "MacBook Pro (Electronics)", "/products/1", "Leave it at the door",
					"order 1 of", "/orders/1");
		assertThat(this.jdbc.sql("SELECT target_type FROM shop_comment ORDER BY id").query(String.class).list())
			.isEqualTo(List.of("shop_product", "shop_order"));
	}

	@Test
	void thePageOfAProductHasItsComments() {
		assertThat(post(Subject.PRODUCT, 1, "When is it back?")).hasRedirectedUrl("/products/1#comments");
		assertThat(this.mvc.get().uri("/products/1").header("X-User", "Ann")).bodyText()
			.contains("When is it back?", "name=\"author\" value=\"Ann\"");
		assertThat(this.mvc.get().uri("/products/2")).bodyText().doesNotContain("When is it back?");
	}

	@Test
	void thePageShowsItsStatements() {
		post(Subject.PRODUCT, 1, "Nice");
		assertThat(this.mvc.get().uri("/comments")).bodyText().contains("shop_comment", "for this page");
	}

	@Test
	@AssertQueries(3)
	void targetsOfTwoModelsTakeAQueryEach() {
		this.jdbc.sql("""
				INSERT INTO shop_comment (target_type, target_id, author, text, created_at)
				VALUES ('shop_product', 1, 'a', 'a', now()), ('shop_order', 1, 'b', 'b', now()),
					('shop_product', 2, 'c', 'c', now())""").update();
		assertThat(this.comments.newest()).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			PRODUCT | 999 | fine | What it points to does not exist.
			ORDER   | 1   | ' '  | must not be blank
			ORDER   | 1   | a\u0000b | Null characters are not allowed.""")
	void whatTheModelRefusesIsSaidOnThePage(Subject on, long number, String text, String message) {
		assertThat(post(on, number, text)).hasStatus(400).bodyText().contains("-wrong\">" + message, "Jane");
	}

}

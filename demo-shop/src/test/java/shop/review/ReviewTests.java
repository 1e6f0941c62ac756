package shop.review;

import com.jayway.jsonpath.JsonPath;
import dev.orm.boot.test.AssertQueries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.ShopTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@ShopTest
class ReviewTests {

	private static final String COMMENT = "Excellent laptop! Very fast and reliable.";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aReviewThatIsPostedIsOnThePageOfItsProduct() {
		MvcTestResult result = post(5, unreviewing(5), 4, "Does what it should");
		assertThat(result).hasStatus(201);
		assertThat(result).bodyJson().extractingPath("$.rating").isEqualTo(4);
		assertThat(this.mvc.get().uri(location(result))).hasStatusOk();
		assertThat(this.mvc.get().uri("/products/5")).bodyText().contains("Does what it should");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0 | fine | rating   | constraint | A rating is 1 to 5 stars.
			6 | fine | rating   | constraint | A rating is 1 to 5 stars.
			3 | ' '  | comment  | NotBlank   | must not be blank""")
	void whatTheModelRefusesIsAProblemOfTheField(int rating, String comment, String field, String code,
			String message) {
		MvcTestResult result = post(5, unreviewing(5), rating, comment);
		assertThat(result).hasStatus(400).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(result).bodyJson().extractingPath("$.model").isEqualTo("Review");
		assertThat(result).bodyJson().extractingPath("$.errors." + field + "[0].code").isEqualTo(code);
		assertThat(result).bodyJson().extractingPath("$.errors." + field + "[0].message").isEqualTo(message);
	}

	@Test
	void aCustomerNobodyKnowsAndAProductNobodySellsAreRefused() {
		MvcTestResult result = post(5, 999, 3, "Fine");
		assertThat(result).hasStatus(400);
		assertThat(result).bodyJson().extractingPath("$.errors.customer[0].code").isEqualTo("invalid");
		assertThat(post(999, 1, 3, "Fine")).hasStatus(404);
	}

	@Test
	void aCustomerReviewsAProductOnce() {
		MvcTestResult result = post(1, author(), 3, "Once more");
		assertThat(result).hasStatus(400);
		assertThat(result).bodyJson().extractingPath("$.global[0].code").isEqualTo("unique_together");
	}

	@Test
	void aDeletedReviewIsNotShownAndNotCounted() throws Exception {
		assertThat(reviewsOfThePage()).isOne();
		assertThat(this.mvc.delete().uri("/api/reviews/" + review())).hasStatus(204);
		assertThat(this.mvc.get().uri("/products/1")).bodyText()
			.contains("Nobody has reviewed this product yet.", "deleted_at");
		assertThat(reviewsOfThePage()).isZero();
		assertThat(this.mvc.get().uri("/api/reviews/" + review())).hasStatus(404);
		assertThat(this.mvc.delete().uri("/api/reviews/" + review())).hasStatus(404);
		assertThat(page()).as("an average of no reviews").doesNotContain("averageRating");
	}

	@Test
	@AssertQueries(10)
	void aDeleteReadsAndMarksAndARestoreReadsLooksForMoreAndUnmarks() {
		this.mvc.delete().uri("/api/reviews/" + review()).exchange();
		this.mvc.post().uri("/api/reviews/" + review() + "/restore").exchange();
	}

	@Test
	void aRestoredReviewIsBack() {
		assertThat(restore()).hasStatus(404);
		assertThat(this.mvc.delete().uri("/api/reviews/" + review())).hasStatus(204);
		assertThat(restore()).hasStatusOk().bodyJson().extractingPath("$.comment").isEqualTo(COMMENT);
		assertThat(this.mvc.get().uri("/products/1")).bodyText().contains(COMMENT);
	}

	@Test
	void whoReviewsAgainMeanwhileKeepsTheNewReview() {
		long author = author();
		assertThat(this.mvc.delete().uri("/api/reviews/" + review())).hasStatus(204);
		assertThat(post(1, author, 2, "On second thoughts")).hasStatus(201);
		MvcTestResult result = restore();
		assertThat(result).hasStatus(409).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(result).bodyJson().extractingPath("$.global[0].code").isEqualTo("unique_together");
	}

	@Test
	void theRatingOfAProductFollowsItsReviews() {
		double before = rating(5);
		assertThat(before).isEqualTo(average(5));
		assertThat(post(5, unreviewing(5), 1, "Broke at once")).hasStatus(201);
		assertThat(rating(5)).isEqualTo(average(5)).isLessThan(before);
		this.mvc.delete().uri("/api/reviews/" + latest(5)).exchange();
		assertThat(rating(5)).isEqualTo(before);
	}

	@Test
	void whoReviewsAProductDoesNotChangeIt() {
		assertThat(this.mvc.post()
			.uri("/products/5/reviews")
			.header("X-User", "ann")
			.param("customer", String.valueOf(unreviewing(5)))
			.param("rating", "1")
			.param("comment", "Broke at once")).hasStatus3xxRedirection();
		assertThat(this.jdbc.sql("SELECT updated_by IS NULL AND updated_at = created_at FROM shop_product WHERE id = 5")
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	void buttonsDeleteAReviewAndBringItBack() {
		MvcTestResult deleted = this.mvc.post()
			.uri("/reviews/" + review() + "/delete")
			.header("X-User", "ann")
			.exchange();
		assertThat(deleted).hasStatus(302).hasRedirectedUrl("/products/1#reviews");
		assertThat(this.mvc.get().uri("/products/1")).bodyText()
			.contains("1 deleted", " by ann", "/reviews/" + review() + "/restore")
			.doesNotContain("/reviews/" + review() + "/delete");
		assertThat(this.mvc.post().uri("/reviews/" + review() + "/restore").header("X-User", "bob")).hasStatus(302)
			.hasRedirectedUrl("/products/1#reviews");
		assertThat(this.mvc.get().uri("/products/1")).bodyText()
			.contains(COMMENT, "/reviews/" + review() + "/delete", "<strong>bob</strong>")
			.doesNotContain("1 deleted");
	}

	@Test
	void aReviewThatStandsInTheWayOfARestoreIsNamedOnThePage() {
		long author = author();
		assertThat(this.mvc.delete().uri("/api/reviews/" + review())).hasStatus(204);
		assertThat(post(1, author, 2, "On second thoughts")).hasStatus(201);
		MvcTestResult restored = this.mvc.post().uri("/reviews/" + review() + "/restore").exchange();
		assertThat(restored).hasStatus(302);
		assertThat(restored.getMvcResult().getFlashMap().get("problem")).asString()
			.contains("has written another review");
	}

	@Test
	void theFormSaysWhatIsWrongBesideTheFieldAndAsAWhole() {
		assertThat(this.mvc.get().uri("/products/1/reviews/new")).hasStatusOk()
			.bodyText()
			.contains("Review MacBook Pro", "Stars", "John Doe");
		assertThat(fill(1, unreviewing(1), "6", " ")).hasStatus(400)
			.bodyText()
			.contains("id=\"rating-wrong\">A rating is 1 to 5 stars.", "id=\"comment-wrong\">must not be blank");
		assertThat(fill(1, author(), "3", "Once more")).hasStatus(400)
			.bodyText()
			.contains("Review with this Customer and Product already exists.", "Once more");
		assertThat(fill(1, unreviewing(1), "4", "By form")).hasStatus(302).hasRedirectedUrl("/products/1#reviews");
		assertThat(this.mvc.get().uri("/products/1")).bodyText().contains("By form");
	}

	private MvcTestResult fill(long product, long customer, String rating, String comment) {
		return this.mvc.post()
			.uri("/products/" + product + "/reviews")
			.param("customer", String.valueOf(customer))
			.param("rating", rating)
			.param("comment", comment)
			.exchange();
	}

	private double rating(long product) {
		return this.jdbc.sql("SELECT rating FROM shop_product WHERE id = ?")
			.param(product)
			.query(Double.class)
			.single();
	}

	private double average(long product) {
		return this.jdbc.sql("SELECT avg(rating)::float8 FROM shop_review WHERE product_id = ? AND deleted_at IS NULL")
			.param(product)
			.query(Double.class)
			.single();
	}

	private long latest(long product) {
		return this.jdbc.sql("SELECT max(id) FROM shop_review WHERE product_id = ?")
			.param(product)
			.query(Long.class)
			.single();
	}

	private MvcTestResult post(long product, long customer, int rating, String comment) {
		return this.mvc.post()
			.uri("/api/products/" + product + "/reviews")
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"customer": %d, "rating": %d, "comment": "%s"}""".formatted(customer, rating, comment))
			.exchange();
	}

	private MvcTestResult restore() {
		return this.mvc.post().uri("/api/reviews/" + review() + "/restore").exchange();
	}

	private static String location(MvcTestResult result) {
		return String.valueOf(result.getResponse().getHeader("Location"));
	}

	private String page() throws Exception {
		return this.mvc.get().uri("/api/products/1").exchange().getResponse().getContentAsString();
	}

	private int reviewsOfThePage() throws Exception {
		return JsonPath.<Integer>read(page(), "$.reviews.length()");
	}

	private long review() {
		return this.jdbc.sql("SELECT id FROM shop_review WHERE product_id = 1 AND comment = ?")
			.param(COMMENT)
			.query(Long.class)
			.single();
	}

	private long author() {
		return this.jdbc.sql("SELECT customer_id FROM shop_review WHERE id = ?")
			.param(review())
			.query(Long.class)
			.single();
	}

	private long unreviewing(long product) {
		return this.jdbc.sql("""
				SELECT id FROM shop_customer c WHERE NOT EXISTS
					(SELECT 1 FROM shop_review WHERE customer_id = c.id AND product_id = ?) ORDER BY id LIMIT 1""")
			.param(product)
			.query(Long.class)
			.single();
	}

}

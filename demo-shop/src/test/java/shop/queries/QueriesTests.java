package shop.queries;

import dev.orm.boot.test.AutoConfigureOrm;
import dev.orm.boot.test.Reset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of statements, over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureOrm(reset = Reset.CLONE) // requests have threads of their own
class QueriesTests {

	@LocalServerPort
	private int port;

	private RestClient http;

	@BeforeEach
	void forget() {
		this.http = RestClient.builder()
			.baseUrl("http://localhost:" + this.port)
			.requestFactory(new JdkClientHttpRequestFactory())
			.defaultStatusHandler((status) -> true, (request, response) -> {
			})
			.build();
		post("/queries/reset");
	}

	private String get(String path) {
		ResponseEntity<String> answer = this.http.get().uri(path).retrieve().toEntity(String.class);
		assertThat(answer.getStatusCode().value()).as(path).isEqualTo(200);
		return answer.getBody();
	}

	private void post(String path) {
		assertThat(this.http.post().uri(path).retrieve().toBodilessEntity().getStatusCode().value()).as(path)
			.isEqualTo(302);
	}

	@Test
	void thePageCountsTheStatementsOfTheOthers() {
		get("/");
		get("/");
		get("/dashboard");
		String page = get("/queries?sort=CALLS");
		assertThat(page).contains("Catalog.search", "SalesFigures", "FROM &quot;shop_product&quot;",
				"None: no page asks in a loop.", "None took longer than the limit.");
		assertThat(page).contains("GET /dashboard", "0 SQL queries");
		assertThat(get("/actuator/ormqueries?sort=calls&limit=20")).contains("\"calls\":2", "Catalog.search");
	}

	@Test
	void whatIsReadOneByOneIsShownWithAWayOut() {
		post("/queries/one-by-one");
		assertThat(get("/queries")).contains("get: shop_order_item", "shop.queries.Mistakes.oneByOne:", "inBulk(");
	}

	@Test
	void aSlowStatementIsShownWithItsPlace() {
		post("/queries/slow");
		assertThat(get("/queries")).contains("shop.queries.Mistakes.slow:", "default/primary", "pg_sleep(?)");
	}

	@Test
	void thePageCountsTransactionsAndPlansAndWritesNothing() {
		get("/");
		ResponseEntity<String> page = this.http.get().uri("/queries").retrieve().toEntity(String.class);
		assertThat(page.getBody()).containsPattern("Transactions</small><strong>[1-9]")
			.containsPattern("Known plans</small><strong>[1-9]");
		assertThat(page.getHeaders().get("Set-Cookie")).isNull();
	}

	@Test
	void anOrderThatIsNoneIsRefused() {
		assertThat(this.http.get().uri("/queries?sort=SIZE").retrieve().toBodilessEntity().getStatusCode().value())
			.isEqualTo(400);
	}

}

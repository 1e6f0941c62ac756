package shop.replica;

import java.io.UnsupportedEncodingException;
import java.time.Duration;

import dev.orm.Manager;
import dev.orm.boot.replicas.WatchedReplicas;
import dev.orm.cluster.Condition;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.catalog.Product;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** The profile that shows a replica at work. */
@SpringBootTest(properties = "shop.standby-port=55439")
@AutoConfigureMockMvc
@ActiveProfiles("replica")
@DirtiesContext
class ReplicaProfileTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private WatchedReplicas replicas;

	@Autowired
	private Manager<Product> products;

	@BeforeEach
	void awaitTheReplica() throws InterruptedException {
		long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		while (!answersByReplica() && System.nanoTime() < end) {
			Thread.sleep(20);
		}
	}

	private boolean answersByReplica() {
		return this.replicas.all().get(0).cluster().replicas().get(0).condition() == Condition.IN
				&& this.mvc.get().uri("/").exchange().getMvcResult().getRequest() != null
				&& body(this.mvc.get().uri("/").exchange()).contains("east, fresh");
	}

	@Test
	void aPageSaysWhereItsStatementsWent() {
		String page = body(this.mvc.get().uri("/").exchange());
		assertThat(page).contains("east, fresh").doesNotContain("primary, ");
		assertThat(page).contains("Replica east: IN").contains("Pause its replay");
	}

	@Test
	void whoOrderedSeesItWhileTheReplicaStandsStillAndOthersDoNotWait() {
		assertThat(this.mvc.post().uri("/replica/replay").param("wanted", "false")).hasStatus3xxRedirection();
		MvcTestResult ordered = order();
		Cookie token = ordered.getResponse().getCookie("orm-read-after");
		assertThat(token).isNotNull();
		assertThat(token.getValue()).startsWith("default=1-");
		assertThat(body(this.mvc.get().uri("/").cookie(token).exchange())).contains("primary, own-write")
			.contains("Resume its replay");
		assertThat(body(this.mvc.get().uri("/").exchange())).contains("east, fresh");
		assertThat(this.mvc.post().uri("/replica/replay").param("wanted", "true")).hasStatus3xxRedirection();
	}

	private MvcTestResult order() {
		Product product = this.products.filter("active", true).filter("stockQuantity__gt", 5).first().orElseThrow();
		return this.mvc.post()
			.uri("/api/orders")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"customer\": 1, \"lines\": [{\"product\": %d, \"quantity\": 1}]}".formatted(product.getId()))
			.exchange();
	}

	private static String body(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString();
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

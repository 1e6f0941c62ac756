package shop.order;

import java.util.List;

import dev.orm.transaction.Atomic;
import dev.orm.transaction.annotation.NonAtomic;
import org.junit.jupiter.api.Test;
import shop.ShopTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

@ShopTest
@TestPropertySource(properties = "orm.transactions.atomic-requests=true")
class AtomicRequestTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient client;

	@Test
	void eachRequestIsABlock() {
		assertThat(this.mvc.get().uri("/atomic")).hasBodyTextEqualTo("true");
	}

	@Test
	void unlessItsMethodSaysOtherwise() {
		assertThat(this.mvc.get().uri("/non-atomic")).hasBodyTextEqualTo("false");
	}

	@Test
	void aRequestThatFailsRollsBack() {
		assertThat(this.mvc.post().uri("/failing")).hasFailed();
		assertThat(tags()).doesNotContain("never");
	}

	private List<String> tags() {
		return this.client.sql("SELECT name FROM shop_tag").query(String.class).list();
	}

	@TestConfiguration
	static class Controllers {

		@Bean
		Requests requests(Atomic atomic, JdbcClient client) {
			return new Requests(atomic, client);
		}

	}

	@RestController
	static class Requests {

		private final Atomic atomic;

		private final JdbcClient client;

		Requests(Atomic atomic, JdbcClient client) {
			this.atomic = atomic;
			this.client = client;
		}

		@GetMapping("/atomic")
		String atomic() {
			return String.valueOf(this.atomic.inAtomicBlock());
		}

		@NonAtomic
		@GetMapping("/non-atomic")
		String nonAtomic() {
			return String.valueOf(this.atomic.inAtomicBlock());
		}

		@PostMapping("/failing")
		void fail() {
			this.client.sql("INSERT INTO shop_tag (name) VALUES ('never')").update();
			throw new IllegalStateException("oops");
		}

	}

}

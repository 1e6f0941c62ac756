package lending;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import dev.orm.Manager;
import dev.orm.boot.test.OrmTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/** A bean says what time it is. */
@OrmTest(properties = "spring.flyway.locations=classpath:lending/migration")
class FixedTimeTests {

	@Autowired
	private Manager<Tool> tools;

	@Test
	void rowsAreMadeAtTheTimeOfTheClock() {
		assertThat(this.tools.save(Tool.of("Saw", "5")).getCreatedAt()).isEqualTo("2026-11-02T12:00:00Z");
	}

	// tag::clock[]
	@TestConfiguration
	static class AtNoon {

		@Bean
		Clock clock() {
			return Clock.fixed(Instant.parse("2026-11-02T12:00:00Z"), ZoneOffset.UTC);
		}

	}
	// end::clock[]

}

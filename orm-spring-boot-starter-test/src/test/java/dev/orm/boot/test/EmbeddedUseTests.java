package dev.orm.boot.test;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedUseTests {

	private static final String URL = "spring.datasource.url";

	private final StandardEnvironment environment = new StandardEnvironment();

	@Test
	void aUrlOfTheApplicationsFilesIsForProduction() {
		said("Config resource 'class path resource [application.yaml]'", URL, "jdbc:postgresql://production/shop");
		assertThat(new EmbeddedUse(this.environment).insteadOf(URL)).isTrue();
	}

	@Test
	void aUrlOfTheTestIsUsed() {
		said("Inlined Test Properties", URL, "jdbc:postgresql://ci/shop");
		assertThat(new EmbeddedUse(this.environment).insteadOf(URL)).isFalse();
	}

	@Test
	void aUrlOfTheEnvironmentIsUsed() {
		this.environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("environment",
					Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://ci/shop")));
		assertThat(new EmbeddedUse(this.environment).insteadOf(URL)).isFalse();
	}

	@Test
	void theEmbeddedServerMayBeRuledOut() {
		said("Config resource 'class path resource [application.yaml]'", "orm.test.embedded", "never");
		assertThat(new EmbeddedUse(this.environment).insteadOf(URL)).isFalse();
	}

	private void said(String source, String key, String value) {
		this.environment.getPropertySources().addLast(new MapPropertySource(source, Map.of(key, value)));
	}

}

package dev.orm.boot.migration;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** How an application starts that only runs a command. */
class OrmCommandEnvironmentTests {

	private static ConfigurableEnvironment started(Map<String, Object> properties) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("application", properties));
		new OrmCommandEnvironment().postProcessEnvironment(environment, new SpringApplication());
		return environment;
	}

	@Test
	void whatACommandSaysIsNotLostInALog() {
		ConfigurableEnvironment environment = started(Map.of("orm.command", "migrate"));
		assertThat(environment.getProperty("logging.level.root")).isEqualTo("warn");
		assertThat(environment.getProperty("spring.main.web-application-type")).isEqualTo("none");
	}

	@Test
	void theLevelsOfTheApplicationStay() {
		assertThat(started(Map.of("orm.command", "migrate", "logging.level.root", "info"))
			.getProperty("logging.level.root")).isEqualTo("info");
	}

	@Test
	void withoutACommandNothingIsChanged() {
		assertThat(started(Map.of()).getProperty("logging.level.root")).isNull();
	}

}

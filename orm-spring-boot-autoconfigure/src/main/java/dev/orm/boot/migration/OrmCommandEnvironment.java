package dev.orm.boot.migration;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts as little as a command needs: no web server, beans only when asked for, and no
 * migrations but those the command runs. Logs warnings only, unless the application says
 * otherwise.
 */
final class OrmCommandEnvironment implements EnvironmentPostProcessor {

	private static final Map<String, Object> PROPERTIES = Map.of("spring.main.web-application-type", "none",
			"spring.main.lazy-initialization", "true", "spring.main.banner-mode", "off", "orm.migrations.at-startup",
			"off", "orm.migrations.model-check", "off");

	/** What a command says would be lost among what the application logs. */
	private static final Map<String, Object> DEFAULTS = Map.of("logging.level.root", "warn");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!environment.getProperty("orm.command", "").isBlank()) {
			environment.getPropertySources().addFirst(new MapPropertySource("ormCommand", PROPERTIES));
			environment.getPropertySources().addLast(new MapPropertySource("ormCommandDefaults", DEFAULTS));
		}
	}

}

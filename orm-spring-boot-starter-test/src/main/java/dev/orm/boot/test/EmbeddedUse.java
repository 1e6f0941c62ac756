package dev.orm.boot.test;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Decides whether a test has an embedded database: unless a URL is set in the test, in
 * the environment or on the command line, or {@code orm.test.embedded=never}. What the
 * application's own files say is meant for production.
 *
 * @param environment what is said
 */
record EmbeddedUse(ConfigurableEnvironment environment) {

	private static final String CONFIG_FILE = "Config resource";

	boolean insteadOf(String urlProperty) {
		if (this.environment.getProperty("orm.test.embedded", "").equals("never")) {
			return false;
		}
		return this.environment.getPropertySources()
			.stream()
			.filter((source) -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
			.noneMatch((source) -> isOfTest(source) && source.containsProperty(urlProperty));
	}

	private static boolean isOfTest(PropertySource<?> source) {
		return !source.getName().startsWith(CONFIG_FILE);
	}

}

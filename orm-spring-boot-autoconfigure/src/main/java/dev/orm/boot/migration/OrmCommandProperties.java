package dev.orm.boot.migration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What to run instead of the application.
 *
 * @param command Command of migrations to run instead of the application, such as
 * "migrate".
 * @since 0.1.0
 */
@ConfigurationProperties("orm")
public record OrmCommandProperties(@Nullable String command) {

	/** Nobody needs a bean of it. */
	static String command(Environment environment) {
		String command = Binder.get(environment).bindOrCreate("orm", OrmCommandProperties.class).command();
		return (command != null) ? command : "";
	}

}

package dev.orm.boot.check;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of checks of models.
 *
 * @param mode What is looked for at the start: errors, which end it, warnings too, which
 * are logged, or nothing.
 * @param database Whether tables, columns and constraints of the databases are looked at,
 * too, at the start.
 * @param silence Ids of problems that are left unsaid.
 * @since 0.1.0
 */
@ConfigurationProperties("orm.checks")
public record OrmCheckProperties(@DefaultValue("warnings") Mode mode, @DefaultValue("false") boolean database,
		@DefaultValue List<String> silence) {

	/** What is looked for at the start. */
	public enum Mode {

		/** Errors, which end the start. */
		ERRORS,
		/** Errors, and warnings, which are logged. */
		WARNINGS,
		/** Nothing. */
		OFF

	}

}

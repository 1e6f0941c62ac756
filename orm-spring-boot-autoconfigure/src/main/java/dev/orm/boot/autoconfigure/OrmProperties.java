package dev.orm.boot.autoconfigure;

import java.time.ZoneId;

import dev.orm.load.FetchMode;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the ORM.
 *
 * @param enabled Whether to configure the ORM.
 * @param timeZone Time zone in which dates are taken from points in time.
 * @param fetchMode What touching a relation or field that is not loaded does.
 * @param metrics Timers of statements.
 * @param observation Observations of statements.
 * @since 0.1.0
 */
@ConfigurationProperties("orm")
public record OrmProperties(@DefaultValue("true") boolean enabled, @DefaultValue("UTC") ZoneId timeZone,
		@DefaultValue("peers") FetchMode fetchMode, @DefaultValue Metrics metrics,
		@DefaultValue Observation observation) {

	/**
	 * Timers of statements.
	 *
	 * @param enabled Whether to time each statement as "db.client.operation.duration".
	 */
	public record Metrics(@DefaultValue("true") boolean enabled) {

	}

	/**
	 * Observations of statements.
	 *
	 * @param enabled Whether to open an observation, and so a span, around each statement
	 * instead of only timing it.
	 */
	public record Observation(@DefaultValue("false") boolean enabled) {

	}

}

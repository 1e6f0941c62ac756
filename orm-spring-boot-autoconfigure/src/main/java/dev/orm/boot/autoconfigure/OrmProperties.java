package dev.orm.boot.autoconfigure;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import dev.orm.boot.check.CheckedModels;
import dev.orm.boot.tenancy.TenancyProperties;
import dev.orm.execute.Database;
import dev.orm.load.FetchMode;
import dev.orm.observe.ForeignWrites;
import dev.orm.observe.RepeatedQueries;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the ORM.
 *
 * @param enabled Whether to configure the ORM.
 * @param timeZone Time zone in which dates are taken from points in time.
 * @param fetchMode What touching a relation or field that is not loaded does.
 * @param metrics Timers of statements.
 * @param observation Observations of statements.
 * @param slowQuery Slow statements.
 * @param log The log of statements.
 * @param repeated Queries that should have been one.
 * @param serverTiming Whether responses tell browsers, by the header Server-Timing, what
 * the statements of their requests came to.
 * @param transactions Transactions.
 * @param validation Validation of instances.
 * @param checks Checks of models at the start.
 * @param web Answers to requests.
 * @param tenancy Tenants.
 * @param session Settings of the database's session.
 * @since 0.1.0
 */
@ConfigurationProperties("orm")
public record OrmProperties(@DefaultValue("true") boolean enabled, @DefaultValue("UTC") ZoneId timeZone,
		@DefaultValue("peers") FetchMode fetchMode, @DefaultValue Metrics metrics,
		@DefaultValue Observation observation, @DefaultValue SlowQuery slowQuery, @DefaultValue Log log,
		@DefaultValue Repeated repeated, @DefaultValue("false") boolean serverTiming,
		@DefaultValue Transactions transactions, @DefaultValue Validation validation, @DefaultValue Checks checks,
		@DefaultValue Web web, @DefaultValue @NestedConfigurationProperty TenancyProperties tenancy,
		@DefaultValue Session session) {

	/** What is bound where nothing is said. */
	static OrmProperties usual() {
		return new OrmProperties(true, ZoneId.of("UTC"), FetchMode.PEERS, new Metrics(true, QueryNames.EXPLICIT),
				new Observation(false), new SlowQuery(null, false), new Log(false, false),
				new Repeated(RepeatedQueries.Mode.LOG, 10, List.of()), false,
				new Transactions(false, ForeignWrites.Mode.WARN), new Validation(false),
				new Checks(CheckedModels.Mode.WARNINGS, false, List.of()), new Web(true),
				new TenancyProperties(TenancyProperties.Mode.COLUMN, Database.DEFAULT, "", List.of(),
						TenancyProperties.Policies.REQUIRED),
				new Session(true));
	}

	/**
	 * Timers of statements.
	 *
	 * @param enabled Whether to time each statement as "db.client.operation.duration".
	 * @param queryNames What the tag "orm.query" holds: names given by named(...), or
	 * call sites too.
	 */
	public record Metrics(@DefaultValue("true") boolean enabled, @DefaultValue("explicit") QueryNames queryNames) {

	}

	/** What statements are called by in metrics. */
	public enum QueryNames {

		/** The names they were given. */
		EXPLICIT,
		/** The names they were given, else the class and method they come from. */
		ALL

	}

	/**
	 * Observations of statements.
	 *
	 * @param enabled Whether to open an observation, and so a span, around each statement
	 * instead of only timing it.
	 */
	public record Observation(@DefaultValue("false") boolean enabled) {

	}

	/**
	 * Slow statements.
	 *
	 * @param threshold How long a statement may take without being logged by
	 * "dev.orm.sql.slow"; 0 to log none.
	 * @param plans Whether to ask the database how it would run a SELECT that was slow,
	 * without its values and without running it.
	 */
	public record SlowQuery(@Nullable Duration threshold, @DefaultValue("false") boolean plans) {

		private static final Duration USUAL = Duration.ofSeconds(1);

		public SlowQuery {
			if (threshold != null && threshold.isNegative()) {
				throw new IllegalArgumentException(
						"threshold is %s; it is a time, or 0 to log none".formatted(threshold));
			}
		}

		// not read from a text, as most applications do not say it
		@Override
		public Duration threshold() {
			return (this.threshold != null) ? this.threshold : USUAL;
		}

	}

	/**
	 * The log of statements, by the loggers "dev.orm.sql.*".
	 *
	 * @param sites Whether to log where a statement comes from.
	 * @param values Whether to log values at TRACE. They may be personal data.
	 */
	public record Log(@DefaultValue("false") boolean sites, @DefaultValue("false") boolean values) {

	}

	/**
	 * Queries that should have been one.
	 *
	 * @param mode What to do about them.
	 * @param threshold From how many on they are told of.
	 * @param ignore Packages and classes they may come from, such as "shop.jobs.*".
	 */
	public record Repeated(@DefaultValue("log") RepeatedQueries.Mode mode, @DefaultValue("10") int threshold,
			@DefaultValue List<String> ignore) {

		public Repeated {
			if (threshold < 2) {
				throw new IllegalArgumentException(
						"threshold is %d, and 2 is the least; mode=off finds none".formatted(threshold));
			}
		}

	}

	/**
	 * Transactions.
	 *
	 * @param atomicRequests Whether each method of a controller that handles requests is
	 * an atomic block on the default database.
	 * @param foreignWrites What becomes of a write that commits by itself while a
	 * transaction of another database is open.
	 */
	public record Transactions(@DefaultValue("false") boolean atomicRequests,
			@DefaultValue("warn") ForeignWrites.Mode foreignWrites) {

	}

	/**
	 * Validation of instances.
	 *
	 * @param onSave Whether each save of an instance validates it, unless it is told not
	 * to.
	 */
	public record Validation(@DefaultValue("false") boolean onSave) {

	}

	/**
	 * Settings of the database's session, such as the tenant's.
	 *
	 * @param atBegin Whether transactions are told them as they begin, which takes a
	 * round trip; not needed where statements of the ORM only are sent in them.
	 */
	public record Session(@DefaultValue("true") boolean atBegin) {

	}

	/**
	 * Answers to requests.
	 *
	 * @param problems Whether exceptions of the ORM that no handler takes are answered as
	 * problems: 404, 400, 409, 503.
	 */
	public record Web(@DefaultValue("true") boolean problems) {

	}

	/**
	 * Checks of models at the start.
	 *
	 * @param mode What is looked for at the start: errors, which end it, warnings too,
	 * which are logged, or nothing.
	 * @param database Whether tables, columns and constraints of the databases are looked
	 * at, too, at the start.
	 * @param silence Ids of problems that are left unsaid.
	 */
	public record Checks(@DefaultValue("warnings") CheckedModels.Mode mode, @DefaultValue("false") boolean database,
			@DefaultValue List<String> silence) {

	}

}

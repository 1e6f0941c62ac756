package dev.orm.observe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs each statement by a logger of its model, {@code dev.orm.sql.Product}, at DEBUG,
 * with the types and lengths of its values; the values themselves at TRACE, where the
 * application allows it. Thread-safe.
 */
public final class SqlLog implements QueryListener {

	/** The beginning of the loggers' names. */
	public static final String LOGGER = "dev.orm.sql";

	private static final int MOST_LOGGERS = 2_000;

	private static final Logger others = LoggerFactory.getLogger(LOGGER);

	private final UnaryOperator<String> models;

	private final boolean sites;

	private final boolean values;

	private final Predicate<String> hidden;

	private final Map<String, Logger> loggers = new ConcurrentHashMap<>();

	/**
	 * Create the log.
	 * @param models the name of a model by its table; the table itself where there is
	 * none
	 * @param sites whether to log where a statement comes from
	 * @param values whether TRACE may show values
	 */
	public SqlLog(UnaryOperator<String> models, boolean sites, boolean values) {
		this(models, sites, values, (sql) -> false);
	}

	/**
	 * Create the log.
	 * @param models the name of a model by its table; the table itself where there is
	 * none
	 * @param sites whether to log where a statement comes from
	 * @param values whether TRACE may show values
	 * @param hidden the texts of statements whose values are never shown
	 */
	public SqlLog(UnaryOperator<String> models, boolean sites, boolean values, Predicate<String> hidden) {
		this.models = models;
		this.sites = sites;
		this.values = values;
		this.hidden = hidden;
	}

	@Override
	public void onQuery(QueryEvent event) {
		Logger logger = logger(event.collection());
		if (logger.isDebugEnabled()) {
			log(event, logger);
		}
	}

	private Logger logger(String table) {
		if (table.isEmpty()) {
			return others;
		}
		Logger known = this.loggers.get(table);
		if (known != null || this.loggers.size() >= MOST_LOGGERS) {
			return (known != null) ? known : others;
		}
		return this.loggers.computeIfAbsent(table,
				(name) -> LoggerFactory.getLogger(LOGGER + "." + this.models.apply(name).replace('.', '_')));
	}

	private void log(QueryEvent event, Logger logger) {
		boolean shown = this.values && logger.isTraceEnabled() && !this.hidden.test(event.sql());
		CallSite site = this.sites ? CallSite.find() : null;
		logger.debug("{} {} [{} ms, {} rows, {}/{}{}{}]", event.sql(),
				shown ? event.values() : ValueSummary.of(event.values()),
				"%.1f".formatted(event.durationNanos() / (double) TimeUnit.MILLISECONDS.toNanos(1)), event.rows(),
				event.database(), event.server(), (site != null) ? ", " + site : "",
				(event.error() != null) ? ", " + event.error().getClass().getSimpleName() : "");
	}

}

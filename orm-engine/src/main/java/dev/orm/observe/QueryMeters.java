package dev.orm.observe;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Times statements and counts their rows, by the names of OpenTelemetry. All tags are
 * always there, {@code none} for nothing. The meters of a statement are registered at its
 * first run, and found by its text from then on. Do not combine it with a
 * {@link QueryObservations} whose registry makes meters, which would count twice.
 * Thread-safe.
 */
public final class QueryMeters implements QueryListener {

	/** The timer of statements. */
	public static final String DURATION = "db.client.operation.duration";

	/** The summary of rows that SELECTs read. */
	public static final String ROWS = "db.client.response.returned_rows";

	/** The counter of relations that are fetched. */
	public static final String FETCH = "orm.fetch";

	/** The counter of queries that should have been one. */
	public static final String REPEATED = "orm.repeated";

	/** The counter of slow statements. */
	public static final String SLOW = "orm.slow";

	static final String NONE = "none";

	private static final String OTHER = "other";

	private static final int MOST_NAMES = 200;

	private static final int MOST_TEXTS = 10_000;

	private static final Duration[] BUCKETS = { Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(10),
			Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(1),
			Duration.ofSeconds(5), Duration.ofSeconds(10) };

	private final MeterRegistry registry;

	private final UnaryOperator<String> namespaces;

	private final boolean sites;

	private final Set<String> names = ConcurrentHashMap.newKeySet();

	private final Map<String, OfText> texts = new ConcurrentHashMap<>();

	/**
	 * Create the meters.
	 * @param registry where they live
	 * @param namespaces the name of a database on its server, by its alias
	 * @param sites whether a statement without a name is called by its call site
	 */
	public QueryMeters(MeterRegistry registry, UnaryOperator<String> namespaces, boolean sites) {
		this.registry = registry;
		this.namespaces = namespaces;
		this.sites = sites;
	}

	/**
	 * Count what a finder finds.
	 * @param finder the finder
	 */
	public void count(RepeatedQueries finder) {
		for (RepeatedKind kind : RepeatedKind.values()) {
			FunctionCounter.builder(REPEATED, finder, (found) -> found.count(kind))
				.description("Queries that should have been one")
				.tag("kind", kind.tag())
				.register(this.registry);
		}
	}

	/**
	 * Count what a log logs.
	 * @param log the log
	 */
	public void count(SlowStatements log) {
		FunctionCounter.builder(SLOW, log, SlowStatements::count)
			.description("Statements slower than the limit")
			.register(this.registry);
	}

	@Override
	public void onQuery(QueryEvent event) {
		OfText known = this.texts.get(event.sql());
		if (known == null) {
			known = (this.texts.size() < MOST_TEXTS)
					? this.texts.computeIfAbsent(event.sql(),
							(fresh) -> new OfText(event.operation(), event.collection()))
					: new OfText(event.operation(), event.collection());
		}
		known.find(event).record(event);
	}

	private OfRun register(OfText text, OfRun.Key key) {
		Tags table = Tags.of("db.operation.name", text.operation.name(), "db.collection.name", orNone(text.table));
		Timer timer = Timer.builder(DURATION)
			.description("Duration of database client operations")
			.serviceLevelObjectives(BUCKETS)
			.tags(table.and("db.system.name", "postgresql", "db.namespace", this.namespaces.apply(key.database()),
					"db.response.status_code", key.status(), "error.type", key.error(), "orm.database", key.database(),
					"orm.target", key.target(), "orm.query", key.query()))
			.register(this.registry);
		return new OfRun(key, timer, rows(text, key, table), fetches(key));
	}

	private @Nullable DistributionSummary rows(OfText text, OfRun.Key key, Tags table) {
		return text.operation.isWrite() ? null
				: DistributionSummary.builder(ROWS)
					.description("Rows that SELECTs read")
					.baseUnit("rows")
					.tags(table.and("orm.database", key.database()))
					.register(this.registry);
	}

	private @Nullable Counter fetches(OfRun.Key key) {
		String kind = switch (key.kind()) {
			case PEERS -> "peers";
			case ONE_OF_MANY, SINGLE -> "single";
			case PREFETCHED -> "prefetched";
			case PLAIN, GET, RELATED, WRITE -> "";
		};
		return kind.isEmpty() ? null
				: Counter.builder(FETCH)
					.description("Relations that were fetched")
					.tags("collection", key.subject(), "kind", kind)
					.register(this.registry);
	}

	private static String orNone(String text) {
		return text.isEmpty() ? NONE : text;
	}

	private String name(QueryEvent event) {
		String given = event.purpose().name();
		if (given == null && this.sites) {
			CallSite site = CallSite.find();
			given = (site != null) ? site.name() : null;
		}
		if (given == null || this.names.contains(given)) {
			return (given != null) ? given : NONE;
		}
		return (this.names.size() < MOST_NAMES && this.names.add(given)) ? given : OTHER;
	}

	/** The meters of one text: seldom more than two or three. */
	private final class OfText {

		private final Operation operation;

		private final String table;

		private volatile OfRun[] runs = {};

		OfText(Operation operation, String table) {
			this.operation = operation;
			this.table = table;
		}

		OfRun find(QueryEvent event) {
			String name = name(event);
			for (OfRun run : this.runs) {
				if (run.isOf(event, name)) {
					return run;
				}
			}
			return add(event, name);
		}

		private synchronized OfRun add(QueryEvent event, String name) {
			OfRun added = register(this, OfRun.Key.of(event, name));
			OfRun[] more = Arrays.copyOf(this.runs, this.runs.length + 1);
			more[this.runs.length] = added;
			this.runs = more;
			return added;
		}

	}

	/** The meters of the runs of one text that end alike. */
	private record OfRun(Key key, Timer timer, @Nullable DistributionSummary rows, @Nullable Counter fetches) {

		boolean isOf(QueryEvent event, String name) {
			return this.key.isOf(event, name);
		}

		void record(QueryEvent event) {
			this.timer.record(event.durationNanos(), TimeUnit.NANOSECONDS);
			if (this.rows != null && event.rows() >= 0) {
				this.rows.record((double) event.rows());
			}
			if (this.fetches != null) {
				this.fetches.increment();
			}
		}

		record Key(String database, String target, String status, String error, String query, Purpose.Kind kind,
				String subject) {

			static Key of(QueryEvent event, String name) {
				return new Key(event.database(), event.server(), ErrorTags.status(event.error()),
						ErrorTags.type(event.error()), name, event.purpose().kind(), event.purpose().subject());
			}

			boolean isOf(QueryEvent event, String name) {
				return this.database.equals(event.database()) && this.target.equals(event.server())
						&& this.kind == event.purpose().kind() && this.subject.equals(event.purpose().subject())
						&& this.query.equals(name) && this.error.equals(ErrorTags.type(event.error()))
						&& this.status.equals(ErrorTags.status(event.error()));
			}

		}

	}

}

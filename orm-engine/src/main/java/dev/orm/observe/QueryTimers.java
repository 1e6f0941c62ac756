package dev.orm.observe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Times statements as OpenTelemetry's {@code db.client.operation.duration}, by database,
 * operation and table. The timer of each combination is looked up once. Do not combine it
 * with a {@link QueryObservations} whose registry makes meters, which would count twice.
 * Thread-safe.
 */
public final class QueryTimers implements QueryListener {

	/** The name of the meter. */
	public static final String NAME = "db.client.operation.duration";

	private static final String NONE = "none";

	private final MeterRegistry registry;

	private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

	/**
	 * Create the listener.
	 * @param registry where the timers live
	 */
	public QueryTimers(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onQuery(QueryEvent event) {
		Key key = new Key(event.database(), event.operation(), event.collection(), errorType(event.error()));
		this.timers.computeIfAbsent(key, this::register).record(event.durationNanos(), TimeUnit.NANOSECONDS);
	}

	private Timer register(Key key) {
		return Timer.builder(NAME)
			.description("Duration of database client operations")
			.tag("db.system.name", "postgresql")
			.tag("db.namespace", key.database())
			.tag("db.operation.name", key.operation().name())
			.tag("db.collection.name", key.collection().isEmpty() ? NONE : key.collection())
			.tag("error.type", key.errorType())
			.register(this.registry);
	}

	static String errorType(@Nullable Throwable error) {
		return (error != null) ? error.getClass().getSimpleName() : NONE;
	}

	private record Key(String database, Operation operation, String collection, String errorType) {

	}

}

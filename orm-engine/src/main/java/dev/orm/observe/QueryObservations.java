package dev.orm.observe;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/**
 * Opens a Micrometer observation around each statement, which tracers turn into a span
 * with the text of the statement. With a registry that observes nothing it costs nothing.
 * Thread-safe.
 */
public final class QueryObservations implements QueryTracer {

	private static final Span NOTHING = (event) -> {
	};

	private final ObservationRegistry registry;

	/**
	 * Create the tracer.
	 * @param registry the registry
	 */
	public QueryObservations(ObservationRegistry registry) {
		this.registry = registry;
	}

	@Override
	public Span start(String database, String sql, Operation operation, String collection) {
		if (this.registry.isNoop()) {
			return NOTHING;
		}
		String table = collection.isEmpty() ? "none" : collection;
		Observation observation = Observation.createNotStarted(QueryMeters.DURATION, this.registry)
			.contextualName(collection.isEmpty() ? operation.name() : operation.name() + " " + collection)
			.lowCardinalityKeyValue("db.system.name", "postgresql")
			.lowCardinalityKeyValue("db.namespace", database)
			.lowCardinalityKeyValue("db.operation.name", operation.name())
			.lowCardinalityKeyValue("db.collection.name", table)
			.highCardinalityKeyValue("db.query.text", sql)
			.start();
		return (event) -> end(observation, event);
	}

	private static void end(Observation observation, QueryEvent event) {
		CallSite site = CallSite.find();
		if (site != null) {
			observation.highCardinalityKeyValue("code.function.name", site.type() + "." + site.method());
		}
		observation.highCardinalityKeyValue("db.response.returned_rows", String.valueOf(event.rows()));
		observation.lowCardinalityKeyValue("orm.target", event.server());
		observation.lowCardinalityKeyValue(KeyValue.of("error.type", ErrorTags.type(event.error())));
		if (event.error() != null) {
			observation.error(event.error());
		}
		observation.stop();
	}

}

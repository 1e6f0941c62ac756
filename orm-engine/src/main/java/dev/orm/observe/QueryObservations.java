package dev.orm.observe;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Opens a Micrometer observation around each statement, which tracers turn into a span
 * with the text of the statement, and one around a transaction of several. With a
 * registry that observes nothing it costs nothing. Thread-safe.
 */
public final class QueryObservations implements QueryTracer {

	/** The observation of a transaction. */
	public static final String TRANSACTION = "orm.transaction";

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
		return start(database, sql, operation, collection, this.registry.getCurrentObservation());
	}

	@Override
	public @Nullable Transaction follow(String database) {
		return this.registry.isNoop() ? null : new ObservedTransaction(this.registry, database);
	}

	@Override
	public Span start(String database, String sql, Operation operation, String collection, Transaction transaction) {
		return start(database, sql, operation, collection, ((ObservedTransaction) transaction).next());
	}

	private Span start(String database, String sql, Operation operation, String collection,
			@Nullable Observation parent) {
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
			.parentObservation(parent)
			.start();
		return (event) -> end(observation, event);
	}

	private static void end(Observation observation, QueryEvent event) {
		CallSite site = CallSite.find();
		if (site != null) {
			observation.highCardinalityKeyValue("code.function.name", site.type() + "." + site.method());
		}
		observation.highCardinalityKeyValue("db.response.returned_rows", String.valueOf(event.rows()));
		int batch = BatchSize.of(event);
		if (batch > 1) {
			observation.highCardinalityKeyValue("db.operation.batch.size", String.valueOf(batch));
		}
		observation.lowCardinalityKeyValue("orm.target", event.server());
		String name = event.purpose().name();
		observation.lowCardinalityKeyValue("orm.query", (name != null) ? name : QueryMeters.NONE);
		observation.lowCardinalityKeyValue(KeyValue.of("error.type", ErrorTags.type(event.error())));
		if (event.error() != null) {
			observation.error(event.error());
		}
		observation.stop();
	}

	/**
	 * A transaction, which is observed from its second statement on: one statement alone
	 * says as much. It has no scope, so that it may end while others are open.
	 */
	private static final class ObservedTransaction implements Transaction {

		private final ObservationRegistry registry;

		private final String database;

		private final @Nullable Observation around;

		private @Nullable Observation observation;

		private int statements;

		ObservedTransaction(ObservationRegistry registry, String database) {
			this.registry = registry;
			this.database = database;
			this.around = registry.getCurrentObservation();
		}

		/** Return what the next statement is a part of. */
		@Nullable Observation next() {
			if (++this.statements == 2) {
				this.observation = Observation.createNotStarted(TRANSACTION, this.registry)
					.parentObservation(this.around)
					.lowCardinalityKeyValue("orm.database", this.database)
					.start();
			}
			return (this.observation != null) ? this.observation : this.registry.getCurrentObservation();
		}

		@Override
		public void end(TransactionListener.Outcome outcome, @Nullable String name) {
			if (this.observation != null) {
				this.observation.contextualName((name != null) ? name : "transaction")
					.lowCardinalityKeyValue("outcome", outcome.tag())
					.lowCardinalityKeyValue("orm.query", (name != null) ? name : QueryMeters.NONE)
					.highCardinalityKeyValue("orm.statements", String.valueOf(this.statements))
					.stop();
			}
		}

	}

}

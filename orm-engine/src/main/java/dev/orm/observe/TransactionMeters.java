package dev.orm.observe;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Times transactions and counts the blocks that are repeated. Thread-safe. */
public final class TransactionMeters implements TransactionListener {

	/** The timer of transactions. */
	public static final String TRANSACTIONS = "orm.transactions";

	/** The counter of repeated blocks. */
	public static final String RETRIES = "orm.transaction.retries";

	private final MeterRegistry registry;

	private final Map<Ended, Timer> timers = new ConcurrentHashMap<>();

	private final Map<Repeated, Counter> retries = new ConcurrentHashMap<>();

	/**
	 * Create the meters.
	 * @param registry where they live
	 */
	public TransactionMeters(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onRetry(String database, String reason) {
		this.retries.computeIfAbsent(new Repeated(database, reason), this::register).increment();
	}

	@Override
	public void onEnd(String database, Outcome outcome, boolean readOnly, long nanos) {
		this.timers.computeIfAbsent(new Ended(database, outcome, readOnly), this::register)
			.record(nanos, TimeUnit.NANOSECONDS);
	}

	private Counter register(Repeated key) {
		return Counter.builder(RETRIES)
			.description("Blocks that were repeated")
			.tags("orm.database", key.database(), "reason", key.reason())
			.register(this.registry);
	}

	private Timer register(Ended key) {
		return Timer.builder(TRANSACTIONS)
			.description("Duration of transactions")
			.tags("orm.database", key.database(), "outcome", key.outcome().tag(), "read_only",
					String.valueOf(key.readOnly()))
			.register(this.registry);
	}

	private record Ended(String database, Outcome outcome, boolean readOnly) {

	}

	private record Repeated(String database, String reason) {

	}

}

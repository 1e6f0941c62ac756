package dev.orm.observe;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everyone who hears of statements: the listeners, the tracer and the {@link QueryLog}s
 * of the thread. Immutable.
 */
public final class QueryListeners {

	/** Nobody, except the {@link QueryLog}s of the thread. */
	public static final QueryListeners NONE = new QueryListeners(List.of(), null);

	private static final Logger logger = LoggerFactory.getLogger(QueryListeners.class);

	private final QueryListener[] listeners;

	private final @Nullable QueryTracer tracer;

	private final @Nullable RepeatedQueries repeated;

	/**
	 * Create the group.
	 * @param listeners the listeners, in the order they hear of statements
	 * @param tracer opens spans; null for none
	 */
	public QueryListeners(List<? extends QueryListener> listeners, @Nullable QueryTracer tracer) {
		this(listeners, tracer, null);
	}

	/**
	 * Create the group.
	 * @param listeners the listeners, in the order they hear of statements
	 * @param tracer opens spans; null for none
	 * @param repeated counts the statements of units of work; null for nobody
	 */
	public QueryListeners(List<? extends QueryListener> listeners, @Nullable QueryTracer tracer,
			@Nullable RepeatedQueries repeated) {
		this.listeners = listeners.toArray(QueryListener[]::new);
		this.tracer = tracer;
		this.repeated = repeated;
	}

	/**
	 * Return who opens spans.
	 * @return the tracer, or null
	 */
	public @Nullable QueryTracer tracer() {
		return this.tracer;
	}

	/**
	 * Return whether anybody hears of statements on this thread.
	 * @return true if an event is wanted
	 */
	public boolean isListening() {
		return this.listeners.length > 0 || this.tracer != null || this.repeated != null || QueryLog.isCapturing();
	}

	/**
	 * Return whether the statements of a transaction are counted.
	 * @return true if they are
	 */
	public boolean isCounting() {
		return this.repeated != null;
	}

	/**
	 * Tell everyone.
	 * @param event the statement
	 * @param transaction the statements of its transaction; null outside of any
	 * @throws RepeatedQueriesException if it repeats itself where it may not
	 */
	public void publish(QueryEvent event, @Nullable WorkStatements transaction) {
		QueryLog.add(event);
		for (QueryListener listener : this.listeners) {
			try {
				listener.onQuery(event);
			}
			catch (RuntimeException ex) {
				// the statement has run; a broken meter must not look like a broken query
				logger.warn("Listener {} failed on {}", listener.getClass().getName(), event.sql(), ex);
			}
		}
		count(event, WorkStatements.current(transaction));
	}

	private void count(QueryEvent event, @Nullable WorkStatements work) {
		if (this.repeated != null && work != null) {
			this.repeated.count(event, work);
		}
	}

}

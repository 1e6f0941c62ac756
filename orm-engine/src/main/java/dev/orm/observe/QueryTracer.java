package dev.orm.observe;

/**
 * Opens a span around each statement. Unlike a {@link QueryListener} it is asked before
 * the statement runs. Thread-safe.
 */
@FunctionalInterface
public interface QueryTracer {

	/**
	 * Open a span.
	 * @param database the alias of the database
	 * @param sql the text
	 * @param operation what the statement does
	 * @param collection the table, or an empty text
	 * @return the open span
	 */
	Span start(String database, String sql, Operation operation, String collection);

	/** An open span. */
	@FunctionalInterface
	interface Span {

		/**
		 * Close the span.
		 * @param event what ran
		 */
		void end(QueryEvent event);

	}

}

package dev.orm.observe;

import org.jspecify.annotations.Nullable;

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

	/**
	 * Begin to follow a transaction, at its first statement.
	 * @param database the alias of the database
	 * @return the transaction; null not to follow it
	 */
	default @Nullable Transaction follow(String database) {
		return null;
	}

	/**
	 * Open a span of a statement in a transaction that is followed.
	 * @param database the alias of the database
	 * @param sql the text
	 * @param operation what the statement does
	 * @param collection the table, or an empty text
	 * @param transaction what {@link #follow} returned
	 * @return the open span
	 */
	default Span start(String database, String sql, Operation operation, String collection, Transaction transaction) {
		return start(database, sql, operation, collection);
	}

	/** A transaction that is followed. Used by one thread. */
	interface Transaction {

		/**
		 * Stop to follow it.
		 * @param outcome how it ended
		 * @param name what the application calls it; null for nothing
		 */
		void end(TransactionListener.Outcome outcome, @Nullable String name);

	}

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

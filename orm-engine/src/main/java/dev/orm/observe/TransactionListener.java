package dev.orm.observe;

import java.util.Locale;

/**
 * Hears of transactions, on their thread. Keep it quick: the caller waits. Thread-safe.
 */
public interface TransactionListener {

	/** Hears of nothing. */
	TransactionListener NONE = new TransactionListener() {
	};

	/**
	 * Hear that a block is about to run again.
	 * @param database the alias of the database
	 * @param reason why: {@code serialization}, {@code deadlock}, {@code connection}, or
	 * {@code other}
	 */
	default void onRetry(String database, String reason) {
	}

	/**
	 * Hear that a transaction has ended.
	 * @param database the alias of the database
	 * @param outcome how
	 * @param readOnly whether it only read
	 * @param nanos how long it was open, in nanoseconds
	 */
	default void onEnd(String database, Outcome outcome, boolean readOnly, long nanos) {
	}

	/** How a transaction ends. */
	enum Outcome {

		/** It is stored. */
		COMMIT,
		/** Nothing of it is stored. */
		ROLLBACK,
		/** The connection was lost during the commit. */
		UNKNOWN;

		/**
		 * Return the name as a tag of metrics.
		 * @return such as {@code commit}
		 */
		public String tag() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}

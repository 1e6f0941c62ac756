package dev.orm.observe;

/**
 * Hears of transactions, on their thread. Keep it quick: the caller waits. Thread-safe.
 */
@FunctionalInterface
public interface TransactionListener {

	/** Hears of nothing. */
	TransactionListener NONE = (database, reason) -> {
	};

	/**
	 * Hear that a block is about to run again.
	 * @param database the alias of the database
	 * @param reason why: {@code serialization}, {@code deadlock}, {@code connection}, or
	 * {@code other}
	 */
	void onRetry(String database, String reason);

}

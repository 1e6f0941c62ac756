package dev.orm.observe;

/**
 * Hears of each statement after it ran, on its thread. Keep it quick: the caller waits.
 * An exception is logged and goes no further. Thread-safe.
 */
@FunctionalInterface
public interface QueryListener {

	/**
	 * Hear of a statement.
	 * @param event the statement
	 */
	void onQuery(QueryEvent event);

}

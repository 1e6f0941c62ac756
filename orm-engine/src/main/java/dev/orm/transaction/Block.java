package dev.orm.transaction;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** An atomic block that has begun. Used by one thread. */
interface Block {

	/**
	 * Do the work and end the block as the work ends.
	 * @param <T> the result
	 * @param work what is done in the block
	 * @return what the work returned
	 */
	default <T extends @Nullable Object> T run(Supplier<T> work) {
		T result;
		try {
			result = work.get();
		}
		catch (Throwable ex) {
			// a checked one, too: Lombok and Kotlin let it pass undeclared
			fail(ex);
			throw ex;
		}
		end();
		return result;
	}

	/**
	 * End the block well: commit, unless it is condemned.
	 */
	void end();

	/**
	 * End the block after an exception: roll back.
	 * @param cause the exception; what goes wrong meanwhile is added to it
	 */
	void fail(Throwable cause);

	/**
	 * Return whether nothing of the ended block is left: a transaction that rolled back.
	 * @return false of a savepoint, and where the server may have stored it
	 */
	boolean isUndone();

}

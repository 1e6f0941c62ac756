package dev.orm.transaction;

/** An atomic block that has begun. Used by one thread. */
interface Block {

	/**
	 * End the block well: commit, unless it is condemned.
	 */
	void end();

	/**
	 * End the block after an exception: roll back.
	 * @param cause the exception; what goes wrong meanwhile is added to it
	 */
	void fail(Throwable cause);

}

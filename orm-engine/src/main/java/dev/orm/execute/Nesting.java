package dev.orm.execute;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The blocks that are open inside a transaction. That around a test, which always rolls
 * back, is looked through: code that is tested finds itself outside of any, as in
 * production. Used by one thread.
 */
public final class Nesting {

	private int blocks;

	private boolean ofTest;

	/** Whether the outermost block only reads. */
	private boolean readOnly;

	private @Nullable String name;

	/**
	 * A block begins.
	 * @param reads whether it only reads, as far as it can say
	 */
	public void enter(boolean reads) {
		if (this.blocks++ == 0) {
			this.readOnly = reads;
		}
	}

	/** The innermost block ends. */
	public void leave() {
		this.blocks--;
	}

	/**
	 * Name the innermost block, and so the statements in it.
	 * @param wanted the name; null to leave it that of the block around
	 */
	public void call(@Nullable String wanted) {
		if (wanted != null) {
			this.name = wanted;
		}
	}

	/**
	 * Give what is open the name it had before the innermost block.
	 * @param before the name; null for none
	 */
	public void callAgain(@Nullable String before) {
		this.name = before;
	}

	/**
	 * Return what the innermost block with a name is called.
	 * @return the name; null for none
	 */
	public @Nullable String name() {
		return this.name;
	}

	/** Let the transaction be that around a test. */
	public void lookThrough() {
		this.ofTest = true;
	}

	/**
	 * Return whether code that runs now would be in no transaction, were it not for that
	 * of a test.
	 * @return true if only the test's is open
	 */
	public boolean isLookedThrough() {
		return this.ofTest && this.blocks == 0 && !isInTransactionalMethod();
	}

	/**
	 * Return whether code that runs now would be in a transaction that only reads, were
	 * it not for that of a test.
	 * @return true if it would
	 */
	public boolean isReadOnly() {
		if (!this.ofTest) {
			return false;
		}
		TransactionStatus method = method();
		return (method != null) ? method.isReadOnly() : this.blocks > 0 && this.readOnly;
	}

	private static boolean isInTransactionalMethod() {
		return method() != null;
	}

	private static @Nullable TransactionStatus method() {
		try {
			return TransactionAspectSupport.currentTransactionStatus();
		}
		catch (NoTransactionException ex) {
			return null;
		}
	}

}

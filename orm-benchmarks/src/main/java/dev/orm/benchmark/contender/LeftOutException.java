package dev.orm.benchmark.contender;

/** A library cannot run a workload, or we do not know how. The message says which. */
public class LeftOutException extends RuntimeException {

	/**
	 * Create the exception.
	 * @param reason why
	 */
	public LeftOutException(String reason) {
		super(reason);
	}

}

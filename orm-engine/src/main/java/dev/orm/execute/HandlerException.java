package dev.orm.execute;

import dev.orm.error.OrmException;

/**
 * Carries an exception of a {@link RowsHandler} past the driver, whose own exceptions
 * mean that the connection is out of step.
 */
final class HandlerException extends OrmException {

	private static final long serialVersionUID = 1L;

	private static final String DRIVER = "org.postgresql.";

	private final transient RuntimeException failure;

	private HandlerException(RuntimeException failure) {
		super("A row could not be read", failure);
		this.failure = failure;
	}

	/**
	 * Tell the exceptions of a handler from those of the driver it reads from.
	 */
	static RuntimeException of(RuntimeException failure) {
		return isOfDriver(failure) ? failure : new HandlerException(failure);
	}

	static boolean isOfDriver(RuntimeException failure) {
		for (StackTraceElement frame : failure.getStackTrace()) {
			String name = frame.getClassName();
			if (!name.startsWith("java.") && !name.startsWith("jdk.")) {
				return name.startsWith(DRIVER);
			}
		}
		return false;
	}

	RuntimeException failure() {
		return this.failure;
	}

}

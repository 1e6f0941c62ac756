package dev.orm.migration.manage;

import dev.orm.error.OrmException;

/** A command that ends with a message and an exit code. */
public class CommandException extends OrmException {

	private final ExitCode exitCode;

	/**
	 * Create the exception.
	 * @param exitCode what the shell is told
	 * @param message what is wrong, and the way out
	 */
	public CommandException(ExitCode exitCode, String message) {
		super(message);
		this.exitCode = exitCode;
	}

	/**
	 * Return what the shell is told.
	 * @return the exit code
	 */
	public ExitCode exitCode() {
		return this.exitCode;
	}

}

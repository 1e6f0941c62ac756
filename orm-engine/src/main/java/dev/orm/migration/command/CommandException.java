package dev.orm.migration.command;

import dev.orm.error.OrmException;
import dev.orm.error.detail.UnknownName;

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
	 * Create the exception for a name nobody knows.
	 * @param exitCode what the shell is told
	 * @param message what was looked for; the choices are added
	 * @param unknown the name, and the names there are
	 */
	public CommandException(ExitCode exitCode, String message, UnknownName unknown) {
		super(message, unknown);
		this.exitCode = exitCode;
	}

	/**
	 * Create the exception for a name nobody knows.
	 * @param exitCode what the shell is told
	 * @param message names the place; the choices are added
	 * @param unknown the name, where it was looked for and the names there are
	 * @param wayOut what is added behind the choices
	 */
	public CommandException(ExitCode exitCode, String message, UnknownName unknown, String wayOut) {
		super(message, unknown, wayOut);
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

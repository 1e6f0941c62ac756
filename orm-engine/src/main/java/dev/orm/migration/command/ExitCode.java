package dev.orm.migration.command;

/** What a command tells the shell. */
public enum ExitCode {

	/** All is well. */
	FINE(0),
	/** Something is to be done: migrations to write, or to run. */
	TO_DO(1),
	/** The command was not understood, or cannot be done. */
	USAGE(2),
	/** A question that nobody was there to answer. */
	UNANSWERED(3),
	/** A rule of the linter is broken. */
	LINT(4),
	/** Migrations do not fit each other. */
	CONFLICT(5);

	private final int code;

	ExitCode(int code) {
		this.code = code;
	}

	/**
	 * Return the number.
	 * @return the number, from 0
	 */
	public int code() {
		return this.code;
	}

}

package dev.orm.migration.command;

import java.util.Optional;

/** Where a command speaks, and asks. */
public interface Terminal {

	/**
	 * Say something.
	 * @param line a line, or several
	 */
	void say(String line);

	/**
	 * Ask something.
	 * @param prompt what to show before the answer
	 * @return the answer; empty if nobody is there
	 */
	Optional<String> ask(String prompt);

	/**
	 * Return how an option is written at this door.
	 * @param name its name, such as {@code fill}
	 * @param value its value; empty for none
	 * @return as in {@code --fill=x} or {@code -Dfill=x}
	 */
	default String option(String name, String value) {
		return "--" + name + (value.isEmpty() ? "" : "=" + value);
	}

	/**
	 * Return how a command is called at this door.
	 * @param command its name and arguments
	 * @return as in {@code makemigrations} or {@code ./mvnw orm:makemigrations}
	 */
	default String command(String command) {
		return command;
	}

}

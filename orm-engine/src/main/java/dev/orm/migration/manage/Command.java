package dev.orm.migration.manage;

import java.util.List;

import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;

/** One command of the language. Immutable. */
interface Command {

	/** Its name, Django's where Django has it. */
	String name();

	/** What it does, in one line. */
	String summary();

	/** The options that have a value. */
	default List<String> valued() {
		return List.of();
	}

	/** The options that have none. */
	default List<String> flags() {
		return List.of();
	}

	/** Do it. */
	ExitCode run(Arguments arguments, Project project, Terminal terminal);

}

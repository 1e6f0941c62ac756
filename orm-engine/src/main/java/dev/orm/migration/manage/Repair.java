package dev.orm.migration.manage;

import java.util.List;

import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;

/**
 * Clears away what a migration outside of a transaction left when it failed: its row, and
 * indexes that were not finished. Flyway's {@code repair}, which also accepts files that
 * changed, only where asked for.
 */
final class Repair implements Command {

	@Override
	public String name() {
		return "repair";
	}

	@Override
	public String summary() {
		return "clears away what a failed migration left";
	}

	@Override
	public List<String> flags() {
		return List.of("checksums");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		Migrator migrator = project.database();
		List<String> done = migrator.repair();
		done.forEach((line) -> terminal.say("  " + line));
		if (arguments.has("checksums")) {
			migrator.acceptChangedFiles();
			terminal.say("  the files are taken as they are now");
		}
		else if (done.isEmpty()) {
			terminal.say("  nothing to repair");
		}
		return ExitCode.FINE;
	}

}

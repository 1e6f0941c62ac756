package dev.orm.migration.manage;

import java.util.List;

import dev.orm.journal.JournalEntry;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;

/** Shows the SQL of a migration, forward or back. */
final class SqlMigrate implements Command {

	@Override
	public String name() {
		return "sqlmigrate";
	}

	@Override
	public String summary() {
		return "shows the SQL of a migration";
	}

	@Override
	public List<String> valued() {
		return List.of("to");
	}

	@Override
	public List<String> flags() {
		return List.of("backwards");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		String text = arguments.word(0)
			.or(() -> arguments.value("to"))
			.orElseThrow(() -> new CommandException(ExitCode.USAGE, "which one?  sqlmigrate 0007"));
		JournalEntry entry = Entries.find(project.sources().journal(), text);
		String sql = arguments.has("backwards")
				? project.sources()
					.undo(entry)
					.orElseThrow(() -> new CommandException(ExitCode.USAGE,
							"%s has no undo: %s is missing. Write it, or an empty one for \"nothing to undo\"."
								.formatted(entry, project.sources().undoFile(entry))))
				: project.sources()
					.forward(entry)
					.orElseThrow(() -> new CommandException(ExitCode.USAGE, entry + " has no SQL file"));
		terminal.say(sql.stripTrailing());
		return ExitCode.FINE;
	}

}

package dev.orm.migration.manage;

import java.util.List;
import java.util.Optional;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.files.NewMigration;
import dev.orm.migration.files.NewMigration.Form;
import dev.orm.schema.Change;

/**
 * Takes a migration back by going forward: its undo script becomes the newest migration,
 * and its own script what undoes that.
 */
final class Revert implements Command {

	@Override
	public String name() {
		return "revert";
	}

	@Override
	public String summary() {
		return "writes a migration that takes another one back";
	}

	@Override
	public List<String> valued() {
		return List.of("to", "name");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		MigrationFiles files = project.sources();
		Journal journal = files.journal();
		JournalEntry reverted = Entries.find(journal,
				arguments.word(0)
					.or(() -> arguments.value("to"))
					.orElseThrow(() -> new CommandException(ExitCode.USAGE, "which one?  revert 0007")));
		JournalEntry entry = JournalEntry.migration(files.next(),
				Entries.name(arguments).orElse("revert_" + reverted.name()), Change.inverse(reverted.changes()));
		Journal after = journal.append(entry);
		Form form = files.runsApart(reverted) ? Form.SQL_APART : Form.SQL;
		files.write(after,
				List.of(new NewMigration(entry, form, required(files.undo(reverted), reverted, "undo script"),
						required(files.forward(reverted), reverted, "SQL file"))));
		terminal.say("  %s.sql   takes back %s".formatted(entry.title(), reverted));
		entry.changes().forEach((change) -> terminal.say(change.describe().indent(6).stripTrailing()));
		return ExitCode.FINE;
	}

	private static String required(Optional<String> text, JournalEntry entry, String what) {
		return text
			.orElseThrow(() -> new CommandException(ExitCode.USAGE, "%s has no %s".formatted(entry.title(), what)));
	}

}

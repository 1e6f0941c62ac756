package dev.orm.migration.manage;

import java.util.List;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.migration.files.MigrationFiles;

/** Deletes the newest migration, journal entry and undo script included. */
final class Discard implements Command {

	@Override
	public String name() {
		return "discard";
	}

	@Override
	public String summary() {
		return "deletes the newest migration, which no database but yours has run";
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		MigrationFiles files = project.sources();
		Journal journal = files.journal();
		List<JournalEntry> migrations = journal.migrations();
		if (migrations.isEmpty()) {
			throw new CommandException(ExitCode.USAGE, "there is no migration to discard");
		}
		JournalEntry newest = migrations.get(migrations.size() - 1);
		arguments.word(0).ifPresent((text) -> {
			if (!Entries.find(journal, text).equals(newest)) {
				throw new CommandException(ExitCode.USAGE, "only the newest migration can be discarded: " + newest);
			}
		});
		files.write(journal.with(journal.entries().stream().filter((entry) -> !entry.equals(newest)).toList()));
		files.delete(newest);
		terminal.say("  %s is gone. A database that ran it: take it back there first, by  %s".formatted(newest,
				terminal.command("migrate " + previous(migrations))));
		return ExitCode.FINE;
	}

	private static String previous(List<JournalEntry> migrations) {
		return (migrations.size() < 2) ? "zero" : migrations.get(migrations.size() - 2).number().text();
	}

}

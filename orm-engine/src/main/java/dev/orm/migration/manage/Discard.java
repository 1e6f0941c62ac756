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

/**
 * Deletes the newest migration that is not on the shared branch, journal entry and undo
 * script included.
 */
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
	public List<String> valued() {
		return List.of("name", "upstream");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		MigrationFiles files = project.sources();
		Journal journal = files.journal();
		Optional<JournalEntry> waiting = arguments.word(0)
			.or(() -> arguments.value("name"))
			.flatMap((name) -> waiting(journal, name));
		if (waiting.isPresent()) {
			return discard(files, journal, waiting.get(), terminal);
		}
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
		Entries.requireOwn(files, newest, arguments);
		files.write(without(journal, newest));
		files.delete(newest);
		terminal.say("  %s is gone. A database that ran it: take it back there first, by  %s".formatted(newest,
				terminal.command("migrate " + previous(migrations))));
		journal.waiting()
			.forEach((entry) -> terminal.say("  %s still waits; if it is part of what is gone: %s".formatted(entry,
					terminal.command("discard " + entry.name()))));
		return ExitCode.FINE;
	}

	private static Optional<JournalEntry> waiting(Journal journal, String name) {
		return journal.waiting().stream().filter((entry) -> entry.name().equals(name)).findFirst();
	}

	/** A step that waits ran nowhere. */
	private static ExitCode discard(MigrationFiles files, Journal journal, JournalEntry waiting, Terminal terminal) {
		files.write(without(journal, waiting));
		files.delete(waiting);
		terminal.say("  %s is gone, and waits no longer".formatted(waiting));
		return ExitCode.FINE;
	}

	private static Journal without(Journal journal, JournalEntry gone) {
		return journal.with(journal.entries().stream().filter((entry) -> !entry.equals(gone)).toList());
	}

	private static String previous(List<JournalEntry> migrations) {
		return (migrations.size() < 2) ? "zero" : migrations.get(migrations.size() - 2).number().text();
	}

}

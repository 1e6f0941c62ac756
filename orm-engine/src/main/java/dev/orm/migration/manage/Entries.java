package dev.orm.migration.manage;

import java.util.List;

import dev.orm.error.detail.UnknownName;
import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.Version;
import dev.orm.schema.FactException;

/** Finds migrations by what people call them. */
final class Entries {

	private Entries() {
	}

	/** Find a migration by its version, its name or the name of its file. */
	static JournalEntry find(Journal journal, String text) {
		List<JournalEntry> found = journal.migrations().stream().filter((entry) -> isCalled(entry, text)).toList();
		if (found.size() == 1) {
			return found.get(0);
		}
		throw new CommandException(ExitCode.USAGE,
				"%s is %s.".formatted(text, found.isEmpty() ? "no migration" : "the name of several migrations"),
				UnknownName.of("", text, journal.migrations().stream().map(JournalEntry::title).toList()));
	}

	private static boolean isCalled(JournalEntry entry, String text) {
		return entry.title().equals(text) || entry.name().equals(text) || (entry.title() + ".sql").equals(text)
				|| isVersion(entry, text.startsWith("V") ? text.substring(1) : text);
	}

	private static boolean isVersion(JournalEntry entry, String text) {
		try {
			return entry.number().isSame(new Version(text));
		}
		catch (FactException ex) {
			return false;
		}
	}

}

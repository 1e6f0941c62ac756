package dev.orm.migration.manage;

import java.util.List;
import java.util.Optional;

import dev.orm.error.detail.UnknownName;
import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.Version;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.files.MigrationNames;
import dev.orm.migration.files.SharedBranch;
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

	/** The name a migration is to have, if somebody gives one. */
	static Optional<String> name(Arguments arguments) {
		return arguments.value("name").map((name) -> {
			if (!MigrationNames.isPlain(name)) {
				throw new CommandException(ExitCode.USAGE,
						"'%s' is no name of a file: letters, digits and underscores".formatted(name));
			}
			return name;
		});
	}

	/** Refuse to change what others may have run: what is on the shared branch. */
	static void requireOwn(MigrationFiles files, JournalEntry entry, Arguments arguments) {
		branch(files, arguments).filter((shared) -> shared.has(entry)).ifPresent((shared) -> {
			throw new CommandException(ExitCode.USAGE,
					"%s is on the shared branch %s: others may have run it. Take it back by a new migration (revert), or write one"
						.formatted(entry, shared.name()));
		});
	}

	/** The branch that all share: the one that is named, or what git takes for it. */
	static Optional<SharedBranch> branch(MigrationFiles files, Arguments arguments) {
		Optional<String> named = arguments.value("upstream");
		if (named.isEmpty()) {
			return SharedBranch.of(files.root());
		}
		return Optional.of(SharedBranch.of(files.root(), named.get())
			.orElseThrow(() -> new CommandException(ExitCode.USAGE,
					"git knows no branch %s in %s".formatted(named.get(), files.root()))));
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

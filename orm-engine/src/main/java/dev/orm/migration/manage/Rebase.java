package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalConflict;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.JournalException;
import dev.orm.journal.Version;
import dev.orm.migration.files.MigrationFiles;

/**
 * Puts one's own migrations after those of the shared branch, where git left a conflict
 * in the journal: new versions, files renamed, replayed. Django's
 * {@code makemigrations --merge}.
 */
final class Rebase implements Command {

	@Override
	public String name() {
		return "rebase";
	}

	@Override
	public String summary() {
		return "puts your migrations after those of the shared branch";
	}

	@Override
	public List<String> valued() {
		return List.of("upstream");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		MigrationFiles files = project.sources();
		String text = files.journalText();
		if (!JournalConflict.isIn(text)) {
			files.journal();
			terminal.say("nothing to rebase: the journal has no conflict");
			return ExitCode.FINE;
		}
		JournalConflict conflict = JournalConflict.parse(files.journalFile().toString(), text);
		boolean headIsShared = arguments.value("upstream").map("head"::equals).orElseGet(files::isRebasing);
		List<JournalEntry> shared = headIsShared ? conflict.ofHead() : conflict.ofIncoming();
		List<JournalEntry> own = headIsShared ? conflict.ofIncoming() : conflict.ofHead();
		return move(files, headIsShared ? conflict.head() : conflict.incoming(), shared, own, terminal);
	}

	private static ExitCode move(MigrationFiles files, Journal base, List<JournalEntry> shared, List<JournalEntry> own,
			Terminal terminal) {
		List<JournalEntry> moved = new ArrayList<>();
		Journal journal = base;
		Version version = base.version();
		for (JournalEntry entry : own) {
			boolean waits = entry.version() == null;
			version = waits ? version : version.next();
			JournalEntry next = waits ? entry : entry.at(version);
			journal = append(journal, next, shared);
			moved.add(next);
		}
		for (int i = 0; i < own.size(); i++) {
			if (moved.get(i).version() != null) {
				files.move(own.get(i), moved.get(i).number());
			}
			terminal.say("  on the shared branch: %s      yours: %s -> %s".formatted(named(shared), own.get(i),
					moved.get(i)));
		}
		files.write(journal);
		terminal.say("  replays on %s; git add %s and continue".formatted(named(shared), files.root().getFileName()));
		terminal.say("  a database of yours that ran %s: %s re-records it".formatted(named(own),
				terminal.command("migrate")));
		return ExitCode.FINE;
	}

	private static Journal append(Journal journal, JournalEntry entry, List<JournalEntry> shared) {
		try {
			return journal.append(entry);
		}
		catch (JournalException ex) {
			throw new CommandException(ExitCode.CONFLICT,
					"conflict: your %s does not fit after %s: %s".formatted(entry.name(), named(shared), ex.reason()));
		}
	}

	private static String named(List<JournalEntry> entries) {
		return entries.stream().map(JournalEntry::title).collect(Collectors.joining(", "));
	}

}

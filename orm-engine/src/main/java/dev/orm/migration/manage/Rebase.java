package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.orm.journal.Clash;
import dev.orm.journal.Journal;
import dev.orm.journal.JournalConflict;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.JournalEntry.Kind;
import dev.orm.journal.JournalException;
import dev.orm.journal.Version;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.files.ConflictSides;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.files.SharedBranch;
import dev.orm.schema.Change;

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
		Optional<ConflictSides> sides = JournalConflict.isIn(text) ? Optional.of(sides(files, text, arguments))
				: kept(files, text, arguments);
		if (sides.isPresent()) {
			return move(files, sides.get(), terminal);
		}
		files.journal();
		terminal.say("nothing to rebase: the journal has no conflict");
		return ExitCode.FINE;
	}

	/** Whose the sides are: what the shared branch has is its, else as git calls them. */
	private static ConflictSides sides(MigrationFiles files, String text, Arguments arguments) {
		JournalConflict conflict = JournalConflict.parse(files.journalFile().toString(), text);
		Optional<SharedBranch> branch = Entries.branch(files, arguments);
		Optional<ConflictSides> sides = branch.flatMap((shared) -> ConflictSides.of(conflict, shared));
		if (sides.isEmpty() && arguments.has("upstream")) {
			throw new CommandException(ExitCode.USAGE,
					"%s does not tell the sides of the conflict apart: it has the migrations of both, or of neither (%s; %s)"
						.formatted(branch.map(SharedBranch::name).orElse(""), named(conflict.ofHead()),
								named(conflict.ofIncoming())));
		}
		return sides.orElseGet(() -> ConflictSides.of(conflict,
				SharedBranch.isRebasing(files.root()) || JournalConflict.isOfStash(text)));
	}

	/**
	 * Whose the entries are where somebody left both branches, one after the other.
	 */
	private static Optional<ConflictSides> kept(MigrationFiles files, String text, Arguments arguments) {
		Journal journal = text.isEmpty() ? Journal.empty()
				: Journal.parseUnordered(files.journalFile().toString(), text);
		List<JournalEntry> numbered = journal.entries()
			.stream()
			.filter((entry) -> entry.kind() == Kind.MIGRATION)
			.toList();
		List<JournalEntry> late = late(numbered);
		if (late.isEmpty()) {
			return Optional.empty();
		}
		List<JournalEntry> there = Entries.branch(files, arguments).map(SharedBranch::entries).orElse(List.of());
		List<JournalEntry> own = late.stream().noneMatch(there::contains) ? late
				: numbered.stream().filter((entry) -> !there.contains(entry)).toList();
		return Optional.of(ConflictSides.kept(journal, own));
	}

	/** The entries from the first one on that does not follow the one before. */
	private static List<JournalEntry> late(List<JournalEntry> numbered) {
		int first = 1;
		while (first < numbered.size()
				&& numbered.get(first).number().compareTo(numbered.get(first - 1).number()) > 0) {
			first++;
		}
		return numbered.subList(Math.min(first, numbered.size()), numbered.size());
	}

	private static ExitCode move(MigrationFiles files, ConflictSides sides, Terminal terminal) {
		List<JournalEntry> own = sides.own();
		List<JournalEntry> moved = new ArrayList<>();
		Journal journal = sides.base();
		Version version = journal.version();
		for (JournalEntry entry : own) {
			boolean waits = entry.version() == null;
			version = waits ? version : version.next();
			JournalEntry next = waits ? entry : entry.at(version);
			journal = append(journal, next, entry, sides, files);
			moved.add(next);
		}
		for (int i = 0; i < own.size(); i++) {
			if (moved.get(i).version() != null) {
				files.move(own.get(i), moved.get(i).number());
			}
			terminal.say("  on the shared branch: %s      yours: %s -> %s".formatted(named(sides.shared()), own.get(i),
					moved.get(i)));
		}
		files.write(journal);
		terminal.say("  replays on %s; git add %s and continue".formatted(named(sides.shared()),
				MigrationFiles.shown(files.root())));
		terminal.say("  a database of yours that ran %s: %s re-records it".formatted(named(own),
				terminal.command("migrate")));
		return ExitCode.FINE;
	}

	private static Journal append(Journal journal, JournalEntry next, JournalEntry entry, ConflictSides sides,
			MigrationFiles files) {
		try {
			return journal.append(next);
		}
		catch (JournalException ex) {
			throw new CommandException(ExitCode.CONFLICT,
					Clash.find(journal, sides.shared(), next)
						.map((clash) -> told(clash, entry, sides, files))
						.orElseGet(() -> "conflict: your %s does not fit after %s: %s".formatted(entry.name(),
								named(sides.shared()), ex.reason())));
		}
	}

	/** Both changes as the journal writes them, and how one's own is made anew. */
	private static String told(Clash clash, JournalEntry entry, ConflictSides sides, MigrationFiles files) {
		return """
				conflict: %s
				  yours   %s
				          %s
				  theirs  %s
				          %s
				  nothing was changed. Way out: %s %s, delete the files of %s (keep what you wrote by hand), \
				bring the models to what both want, and makemigrations writes the rest anew""".formatted(
				clash.describe(), entry, lines(clash.yourChange()), clash.theirs(), lines(clash.theirChange()),
				sides.wayOut(), MigrationFiles.shown(files.journalFile()), named(sides.own()));
	}

	private static String lines(Change change) {
		return change.describe().replace("\n", "\n          ");
	}

	private static String named(List<JournalEntry> entries) {
		return entries.stream().map(JournalEntry::title).collect(Collectors.joining(", "));
	}

}

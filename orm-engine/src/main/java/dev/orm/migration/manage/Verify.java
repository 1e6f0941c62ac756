package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.List;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.JournalEntry.Kind;
import dev.orm.journal.Version;
import dev.orm.migration.apply.JavaStepClasses;
import dev.orm.migration.apply.MigrationException;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.apply.ScratchDatabase;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.files.MigrationFiles;
import org.jspecify.annotations.Nullable;

/**
 * Runs all migrations on a scratch database, one by one, takes each back and runs it
 * again, and compares the database with the journal every time; a baseline makes the same
 * as what it sums up.
 */
final class Verify implements Command {

	@Override
	public String name() {
		return "verify";
	}

	@Override
	public String summary() {
		return "runs migrations forward and back on a scratch database";
	}

	@Override
	public List<String> valued() {
		return List.of("scratch");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		MigrationFiles files = project.sources();
		Journal journal = files.journal();
		List<String> problems = new ArrayList<>();
		try (ScratchDatabase scratch = scratch(arguments, terminal)) {
			tried(migrator(scratch, files, false), journal, problems, terminal);
		}
		boolean summedUp = journal.entries().stream().anyMatch((entry) -> entry.kind() == Kind.BASELINE);
		if (summedUp) {
			try (ScratchDatabase scratch = scratch(arguments, terminal)) {
				Migrator migrator = migrator(scratch, files, true);
				migrator.migrate();
				compare(migrator.drift(journal.head()), "the baseline", problems);
			}
		}
		problems.forEach((problem) -> terminal.say("  " + problem));
		terminal
			.say(problems.isEmpty()
					? "  %d migrations run forward and back%s".formatted(journal.migrations().size(),
							summedUp ? "; the baseline makes the same" : "")
					: "  %d problems".formatted(problems.size()));
		return problems.isEmpty() ? ExitCode.FINE : ExitCode.CONFLICT;
	}

	/** A scratch database on the server that is named. */
	static ScratchDatabase scratch(Arguments arguments, Terminal terminal) {
		return ScratchDatabase.create(arguments.value("scratch")
			.orElseThrow(() -> new CommandException(ExitCode.USAGE, "which server may be played with?  "
					+ terminal.option("scratch", "jdbc:postgresql://localhost/postgres?user=postgres"))));
	}

	private static Migrator migrator(ScratchDatabase scratch, MigrationFiles files, boolean baselines) {
		return scratch.migrator(files.root().resolve("migration"), steps(files), baselines);
	}

	/** The steps in Java, whose classes are on the class path. */
	static JavaStepClasses steps(MigrationFiles files) {
		return JavaStepClasses.of(files.journal()
			.migrations()
			.stream()
			.filter((entry) -> files.java(entry).isPresent())
			.map(JournalEntry::title)
			.toList());
	}

	private static void tried(Migrator migrator, Journal journal, List<String> problems, Terminal terminal) {
		try {
			forwardAndBack(migrator, journal, problems, terminal);
		}
		catch (MigrationException ex) {
			problems.add(String.valueOf(ex.getMessage()));
		}
	}

	private static void forwardAndBack(Migrator migrator, Journal journal, List<String> problems, Terminal terminal) {
		Version before = Version.ZERO;
		for (JournalEntry entry : journal.migrations()) {
			migrator.migrate(entry.number());
			compare(migrator.drift(journal.at(entry.number())), entry.title(), problems);
			String refused = back(migrator, before);
			if (refused == null) {
				compare(migrator.drift(journal.at(before)), "taking back " + entry.title(), problems);
				migrator.migrate(entry.number());
				compare(migrator.drift(journal.at(entry.number())), entry.title() + " again", problems);
			}
			else {
				terminal.say("  warn " + refused);
			}
			before = entry.number();
		}
	}

	/** Take the newest migration back; return why not, or null. */
	private static @Nullable String back(Migrator migrator, Version before) {
		try {
			migrator.rollbacks(before);
		}
		catch (MigrationException ex) {
			return ex.getMessage();
		}
		migrator.rollBack(before);
		return null;
	}

	private static void compare(Difference difference, String when, List<String> problems) {
		difference.changes()
			.forEach((change) -> problems.add("after %s the journal asks for:  %s".formatted(when, change.describe())));
	}

}

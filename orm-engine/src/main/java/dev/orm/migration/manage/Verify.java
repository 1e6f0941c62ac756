package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.List;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry.Kind;
import dev.orm.journal.JournalEntry;
import dev.orm.migration.apply.trial.ForwardAndBack;
import dev.orm.migration.apply.trial.JavaStepClasses;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.apply.trial.ScratchDatabase;
import dev.orm.migration.files.MigrationFiles;

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
			tried(migrator(scratch, project, false), journal, problems, terminal);
		}
		boolean summedUp = journal.entries().stream().anyMatch((entry) -> entry.kind() == Kind.BASELINE);
		if (summedUp) {
			try (ScratchDatabase scratch = scratch(arguments, terminal)) {
				Migrator migrator = migrator(scratch, project, true);
				migrator.migrate();
				problems.addAll(ForwardAndBack.problems(migrator.drift(journal.head()), "the baseline"));
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

	/** What an application's tables point to, libraries and others have made before. */
	static Migrator migrator(ScratchDatabase scratch, Project project, boolean baselines) {
		MigrationFiles files = project.sources();
		if (project.library().isEmpty()) {
			scratch.migrator(files.root().resolve("migration"), steps(files), baselines)
				.withLibraries()
				.migrateLibraries();
		}
		scratch.standIn(files.journal());
		Migrator own = scratch.migrator(files.root().resolve("migration"), steps(files), baselines);
		return project.library().isEmpty() ? own.withLibraries() : own;
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
		ForwardAndBack trial = new ForwardAndBack(migrator, journal);
		trial.run();
		trial.irreversible().forEach((refused) -> terminal.say("  warn " + refused));
		problems.addAll(trial.problems());
	}

}

package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.JournalEntry.Kind;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.apply.trial.ForwardAndBack;
import dev.orm.migration.apply.trial.JavaStepClasses;
import dev.orm.migration.apply.trial.ScratchDatabase;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.ddl.CountedRows;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.schema.Table;

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
		boolean summedUp = journal.entries().stream().anyMatch((entry) -> entry.kind() == Kind.BASELINE);
		boolean pruned = ForwardAndBack.baseline(journal).isPresent();
		try (ScratchDatabase scratch = scratch(arguments, terminal)) {
			tried(migrator(scratch, project, pruned), journal, problems, terminal);
		}
		if (summedUp && !pruned && problems.isEmpty()) {
			compare(arguments, project, journal, problems, terminal);
		}
		problems.forEach((problem) -> terminal.say("  " + problem));
		terminal
			.say(problems.isEmpty()
					? "  %d migrations run forward and back%s".formatted(journal.migrations().size(),
							summedUp ? "; the baseline makes the same" : "")
					: "  %d problems".formatted(problems.size()));
		return problems.isEmpty() ? ExitCode.FINE : ExitCode.CONFLICT;
	}

	/** Compare what a baseline makes with what it sums up. */
	private static void compare(Arguments arguments, Project project, Journal journal, List<String> problems,
			Terminal terminal) {
		Map<String, Long> rows;
		try (ScratchDatabase scratch = scratch(arguments, terminal)) {
			Migrator migrator = migrator(scratch, project, false);
			migrator.migrate();
			rows = rows(migrator, journal);
		}
		try (ScratchDatabase scratch = scratch(arguments, terminal)) {
			Migrator migrator = migrator(scratch, project, true);
			migrator.migrate();
			problems.addAll(ForwardAndBack.problems(migrator.drift(journal.head()), "the baseline"));
			lost(rows, rows(migrator, journal), journal, problems, terminal);
		}
	}

	private static Map<String, Long> rows(Migrator migrator, Journal journal) {
		Map<String, Long> rows = new LinkedHashMap<>();
		for (Table table : journal.head().all(Table.class)) {
			migrator.count(CountedRows.of(table.name())).ifPresent((number) -> rows.put(table.name(), number));
		}
		return rows;
	}

	/** Rows that migrations make and a baseline does not, unless somebody said so. */
	private static void lost(Map<String, Long> rows, Map<String, Long> summedUp, Journal journal, List<String> problems,
			Terminal terminal) {
		boolean said = journal.migrations().stream().anyMatch(JournalEntry::elidable);
		rows.forEach((table, number) -> {
			if (!number.equals(summedUp.get(table))) {
				String lost = "the migrations leave %d rows in %s, the baseline %d.  fix: squash with %s of the step that makes them"
					.formatted(number, table, summedUp.getOrDefault(table, 0L), terminal.option("keep", ""));
				if (said) {
					terminal.say("  warn " + lost);
				}
				else {
					problems.add(lost);
				}
			}
		});
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
		return project.leavingOutOthers(project.library().isEmpty() ? own.withLibraries() : own);
	}

	/** The steps in Java, whose classes are on the class path. */
	static JavaStepClasses steps(MigrationFiles files) {
		List<String> titles = files.journal()
			.migrations()
			.stream()
			.filter((entry) -> files.java(entry).isPresent())
			.map(JournalEntry::title)
			.toList();
		return JavaStepClasses.of(files.place().packageName().orElse(""), titles);
	}

	private static void tried(Migrator migrator, Journal journal, List<String> problems, Terminal terminal) {
		ForwardAndBack trial = new ForwardAndBack(migrator, journal);
		trial.run();
		trial.irreversible().forEach((refused) -> terminal.say("  warn " + refused));
		problems.addAll(trial.problems());
	}

}

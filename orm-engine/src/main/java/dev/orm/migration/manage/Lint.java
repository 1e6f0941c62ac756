package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.Version;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.apply.trial.MeasuredStatement;
import dev.orm.migration.apply.trial.Rehearsal;
import dev.orm.migration.apply.trial.ScratchDatabase;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.lint.Finding;
import dev.orm.migration.lint.LintRule;
import dev.orm.migration.lint.LintedMigration;
import dev.orm.migration.lint.Linter;
import dev.orm.migration.lint.Severity;
import dev.orm.migration.lint.TableSizes;
import dev.orm.migration.lint.UndoRule;
import dev.orm.migration.online.Step;
import dev.orm.migration.plan.MigrationPlan;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;

/** Says what migrations do to an application that runs. */
final class Lint implements Command {

	@Override
	public String name() {
		return "lint";
	}

	@Override
	public String summary() {
		return "says what a migration does to an application that runs";
	}

	@Override
	public List<String> valued() {
		return List.of("to", "scratch");
	}

	@Override
	public List<String> flags() {
		return List.of("all", "rehearse");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		return project.hasDatabase() ? ofDatabase(project, terminal) : ofFiles(arguments, project, terminal);
	}

	/** Look at what is pending on a database, with the rows that its tables have. */
	private static ExitCode ofDatabase(Project project, Terminal terminal) {
		Migrator migrator = project.database();
		Journal journal = migrator.journal();
		Map<String, Long> rows = migrator.rowCounts();
		Schema before = journal.at(migrator.version());
		List<Finding> all = new ArrayList<>();
		for (JournalEntry entry : pending(migrator, journal)) {
			// what the migrations before it make is empty
			before.all(Table.class).forEach((table) -> rows.putIfAbsent(table.name(), 0L));
			String sql = migrator.script(entry.title() + ".sql").orElse("");
			boolean apart = MigrationPlan.runsApart(migrator, entry.title());
			List<Finding> found = new TableSizes(rows).weigh(project.linter()
				.lint(new LintedMigration(entry.title(), before, entry.changes(), sql, "", Set.of(), entry.notes(),
						apart)));
			found.forEach((finding) -> terminal.say("  " + entry + "  " + line(finding, terminal)));
			all.addAll(found);
			before = before.plus(entry.changes());
		}
		return outcome(all, terminal);
	}

	private static List<JournalEntry> pending(Migrator migrator, Journal journal) {
		return migrator.status()
			.stream()
			.filter((status) -> status.state() == State.PENDING)
			.flatMap((status) -> journal.migration(new Version(status.version())).stream())
			.toList();
	}

	private static ExitCode outcome(List<Finding> findings, Terminal terminal) {
		if (findings.isEmpty()) {
			terminal.say("  nothing found");
		}
		boolean errors = findings.stream().anyMatch((finding) -> finding.severity() == Severity.ERROR);
		return errors ? ExitCode.LINT : ExitCode.FINE;
	}

	private static ExitCode ofFiles(Arguments arguments, Project project, Terminal terminal) {
		Journal journal = project.sources().journal();
		List<JournalEntry> migrations = journal.migrations();
		if (migrations.isEmpty()) {
			throw new CommandException(ExitCode.USAGE, "there is no migration to look at");
		}
		JournalEntry wanted = arguments.word(0)
			.or(() -> arguments.value("to"))
			.map((text) -> Entries.find(journal, text))
			.orElse(migrations.get(migrations.size() - 1));
		List<Finding> findings = new ArrayList<>();
		Schema before = Schema.empty();
		for (JournalEntry entry : migrations) {
			if (arguments.has("all") || entry.equals(wanted)) {
				List<Finding> found = find(project, entry, before);
				found.forEach((finding) -> terminal.say("  " + entry + "  " + line(finding, terminal)));
				findings.addAll(found);
			}
			before = journal.at(entry.number());
		}
		if (findings.isEmpty()) {
			terminal.say("  nothing found");
		}
		if (arguments.has("rehearse")) {
			findings.addAll(rehearse(arguments, project, terminal, wanted));
		}
		boolean errors = findings.stream().anyMatch((finding) -> finding.severity() == Severity.ERROR);
		return errors ? ExitCode.LINT : ExitCode.FINE;
	}

	/**
	 * Run all on a scratch database and show what the server measures. A table that is
	 * written anew without a change of the journal that says so is an error.
	 */
	private static List<Finding> rehearse(Arguments arguments, Project project, Terminal terminal,
			JournalEntry wanted) {
		List<MeasuredStatement> measured = measured(arguments, project, terminal).stream()
			.filter((statement) -> arguments.has("all") || statement.migration().equals(wanted.title()))
			.toList();
		measured.forEach((statement) -> terminal.say("  " + statement.migration() + "  " + statement));
		List<Finding> findings = project.sources()
			.journal()
			.migrations()
			.stream()
			.filter((entry) -> entry.changes().isEmpty())
			.map((entry) -> linted(project, entry, Schema.empty()))
			.flatMap((entry) -> new Linter(List.of(new Measured(measured, entry.sql()))).lint(entry).stream())
			.toList();
		findings.forEach((finding) -> terminal.say("  " + line(finding, terminal)));
		return findings;
	}

	private static List<MeasuredStatement> measured(Arguments arguments, Project project, Terminal terminal) {
		try (ScratchDatabase scratch = Verify.scratch(arguments, terminal)) {
			Verify.migrator(scratch, project, false);
			return new Rehearsal().run(scratch, project.sources().root().resolve("migration"),
					Verify.steps(project.sources()));
		}
	}

	private static LintedMigration linted(Project project, JournalEntry entry, Schema before) {
		String java = project.sources().java(entry).orElse("");
		Set<String> models = java.isEmpty() ? Set.of()
				: project.models()
					.get()
					.models()
					.stream()
					.filter((model) -> !model.autoCreated())
					.map((model) -> model.javaType().getName().replace('$', '.'))
					.collect(Collectors.toSet());
		return new LintedMigration(entry.title(), before, entry.changes(), project.sources().forward(entry).orElse(""),
				java, models, entry.notes(), project.sources().runsApart(entry));
	}

	/** A finding with the flag it advises, as it is typed there. */
	static String line(Finding finding, Terminal terminal) {
		String batches = "makemigrations --empty --batches=TABLE";
		return finding.toString()
			.replace("--online", terminal.option("online", ""))
			.replace(batches, terminal.command("makemigrations") + " " + terminal.option("empty", "") + " "
					+ terminal.option("batches", "TABLE"));
	}

	/** Look at one migration of a project, and at what it silences for nothing. */
	static List<Finding> find(Project project, JournalEntry entry, Schema before) {
		LintedMigration migration = linted(project, entry, before);
		Linter linter = project.linter().and(List.of(undo(project, entry)));
		List<Finding> found = new ArrayList<>(linter.lint(migration));
		found.addAll(unused(linter, migration));
		return found;
	}

	/**
	 * What writes a table anew without a fact that says so is seen by a rehearsal only.
	 */
	private static List<Finding> unused(Linter linter, LintedMigration migration) {
		boolean measured = migration.changes().isEmpty();
		return linter.unused(migration)
			.stream()
			.filter((finding) -> !measured || !finding.message().contains("orm:allow lock-rewrite "))
			.toList();
	}

	/** Whether an undo script is not there, and nothing says that this is meant. */
	static boolean lacksUndo(Project project, JournalEntry entry) {
		return project.sources().forward(entry).isPresent() && project.sources().undo(entry).isEmpty()
				&& !new Linter(List.of(undo(project, entry))).lint(linted(project, entry, Schema.empty())).isEmpty();
	}

	private static UndoRule undo(Project project, JournalEntry entry) {
		MigrationFiles files = project.sources();
		return new UndoRule(files.undoFile(entry).toString(), files.undo(entry), files.forward(entry).isPresent());
	}

	/** Look at a step that is written. */
	static List<Finding> find(Step step, JournalEntry entry, Schema before, String sql) {
		return Linter.standard()
			.lint(new LintedMigration(entry.title(), before, step.changes(), sql, "", Set.of(), List.of(),
					step.form() != Step.Form.TOGETHER));
	}

	/**
	 * Tables that a rehearsal saw written anew.
	 *
	 * @param statements what ran
	 * @param script the whole script; what Flyway ran in other words is not silenced
	 */
	private record Measured(List<MeasuredStatement> statements, String script) implements LintRule {

		@Override
		public String id() {
			return "lock-rewrite";
		}

		@Override
		public List<Finding> check(LintedMigration migration) {
			return this.statements.stream()
				.filter((statement) -> statement.migration().equals(migration.title())
						&& !statement.rewritten().isEmpty() && isPart(statement.sql(), migration.sql()))
				.map((statement) -> new Finding(id(), Severity.ERROR, migration.title(),
						"everybody waits while %s is written anew".formatted(String.join(", ", statement.rewritten())),
						"a new column, filled in batches, that takes the old one's place"))
				.toList();
		}

		private boolean isPart(String statement, String sql) {
			String text = statement.strip().replaceFirst(";$", "");
			return sql.contains(text) || !this.script.contains(text);
		}

	}

}

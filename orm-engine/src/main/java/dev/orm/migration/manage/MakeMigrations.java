package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.JournalException;
import dev.orm.journal.Version;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.detect.Collations;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.SaidChanges;
import dev.orm.migration.files.MigrationFile;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.files.MigrationNames;
import dev.orm.migration.files.NewMigration;
import dev.orm.migration.files.NewMigration.Form;
import dev.orm.migration.lint.Finding;
import dev.orm.migration.lint.UndoRule;
import dev.orm.migration.model.ColumnPlaces;
import dev.orm.migration.model.LibraryTargets;
import dev.orm.migration.model.ModelSchema;
import dev.orm.migration.model.VirtualColumns;
import dev.orm.migration.online.Step;
import dev.orm.schema.Change;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;

/** Compares the models with the journal and writes what leads from one to the other. */
final class MakeMigrations implements Command {

	@Override
	public String name() {
		return "makemigrations";
	}

	@Override
	public String summary() {
		return "writes the SQL that brings the schema to what the models say";
	}

	@Override
	public List<String> valued() {
		return List.of("name", "rename", "fill", "drop", "batches", "verbosity", "upstream");
	}

	@Override
	public List<String> flags() {
		return List.of("check", "dry-run", "empty", "java", "no-input", "online", "direct", "verbose", "update");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		if (arguments.has("empty")) {
			return new EmptyMigration(arguments, project, terminal).write();
		}
		ModelChanges changes = new ModelChanges(project.sources().journal(), project.models().get(), project.schema());
		requireJournal(changes.journal(), project.sources());
		if (changes.before().equals(changes.after())) {
			return unchanged(terminal);
		}
		ColumnPlaces places = ColumnPlaces.of(changes.registry());
		requirePossible(changes, places);
		FlagAnswers answers = new FlagAnswers(said(arguments, changes, project),
				arguments.has("no-input") ? new SilentTerminal(terminal) : terminal, places);
		Difference difference = changes.find(answers);
		if (!answers.open().isEmpty()) {
			answers.open().forEach((question) -> terminal.say("cannot ask: " + question));
			return ExitCode.UNANSWERED;
		}
		if (difference.isEmpty()) {
			return unchanged(terminal);
		}
		Collations.require(difference.changes(), changes.before());
		List<Step> steps = changes.steps(difference, online(arguments, changes.journal()), answers);
		return write(arguments, project, terminal, new Found(changes.journal(), changes.before(), steps));
	}

	/** Files without a journal are another one's, or its journal is gone. */
	private static void requireJournal(Journal journal, MigrationFiles files) {
		List<MigrationFile> unknown = journal.entries().isEmpty() ? files.migrations() : List.of();
		if (!unknown.isEmpty()) {
			throw new CommandException(ExitCode.CONFLICT,
					"%s has no entries, and there is %s.\n  hint: bring the journal back; or take over what a database has by adopt; or record what the files do"
						.formatted(files.journalFile(), unknown.get(0).fileName()));
		}
	}

	/** Refuse what no server, or none of those the journal speaks of, would take. */
	private static void requirePossible(ModelChanges changes, ColumnPlaces places) {
		ModelSchema.loader(changes.registry())
			.ifPresent((loader) -> LibraryTargets.require(changes.after(), changes.registry(), loader));
		VirtualColumns.require(changes.before(), changes.after(), changes.journal().postgres(), places);
	}

	private static SaidChanges said(Arguments arguments, ModelChanges changes, Project project) {
		return new SaidChanges(arguments.values("rename"), arguments.values("fill"), arguments.values("drop"),
				changes.before(), changes.after(), project.isOneOfSeveral());
	}

	private static ExitCode unchanged(Terminal terminal) {
		terminal.say("No changes detected");
		return ExitCode.FINE;
	}

	private static Predicate<String> online(Arguments arguments, Journal journal) {
		Predicate<String> said = journal.changedOnline();
		return (table) -> !arguments.has("direct") && (arguments.has("online") || said.test(table));
	}

	private static ExitCode write(Arguments arguments, Project project, Terminal terminal, Found found) {
		Version version = project.sources().next();
		Journal journal = found.journal();
		List<NewMigration> written = new ArrayList<>();
		List<Finding> findings = new ArrayList<>();
		Schema schema = found.before();
		for (Step step : found.steps()) {
			Script script = step.write(schema);
			Schema before = schema;
			schema = schema.plus(step.changes());
			String name = name(arguments, found, step, schema, written);
			JournalEntry entry = step.later() ? JournalEntry.later(name, step.changes())
					: JournalEntry.migration(version, name, step.changes());
			findings.addAll(step.later() ? List.of() : Lint.find(step, entry, before, script.forwardText()));
			findings.addAll(UndoRule.refused(entry.title(), script.undoText()));
			journal = append(journal, entry);
			written.add(new NewMigration(entry, form(step), script.forwardText(), script.undoText()));
			version = step.later() ? version : version.next();
		}
		report(written, found.before(), arguments, terminal, project.sources().place().path());
		findings.forEach((finding) -> terminal.say("  " + Lint.line(finding, terminal)));
		if (arguments.has("check") || arguments.has("dry-run")) {
			return arguments.has("check") ? ExitCode.TO_DO : ExitCode.FINE;
		}
		if (arguments.has("update")) {
			return new UpdatedMigration(project.sources(), terminal).write(found.journal(), written, arguments);
		}
		project.sources().append(found.journal(), journal, written);
		return ExitCode.FINE;
	}

	/**
	 * A migration comes before the steps that wait, which were written for what was
	 * there.
	 */
	private static Journal append(Journal journal, JournalEntry entry) {
		try {
			return journal.append(entry);
		}
		catch (JournalException ex) {
			List<JournalEntry> waiting = journal.waiting();
			if (waiting.isEmpty()) {
				throw ex;
			}
			throw new CommandException(ExitCode.CONFLICT,
					"conflict: %s changes what a step that waits is about: %s.  release it first: contract %s"
						.formatted(entry, ex.reason(), waiting.get(0).name()));
		}
	}

	private static Form form(Step step) {
		return (step.form() == Step.Form.APART) ? Form.SQL_APART : Form.SQL;
	}

	/** A name of the user's, or one of what changes; a number where it is taken. */
	private static String name(Arguments arguments, Found found, Step step, Schema after, List<NewMigration> written) {
		boolean first = found.journal().entries().isEmpty() && written.isEmpty();
		String last = written.isEmpty() ? "rows" : written.get(0).entry().name();
		String base = Entries.name(arguments)
			.orElseGet(() -> (step.changes().isEmpty() || (step.later() && !written.isEmpty())) ? last
					: MigrationNames.of(step.changes(), after, first));
		String kind = step.later() ? base + "_contract" : step.changes().isEmpty() ? base + "_fill" : base;
		Set<String> taken = new HashSet<>(found.journal().entries().stream().map(JournalEntry::name).toList());
		written.forEach((migration) -> taken.add(migration.entry().name()));
		String name = kind;
		for (int number = 2; taken.contains(name); number++) {
			name = kind + "_" + number;
		}
		return name;
	}

	private static void report(List<NewMigration> written, Schema before, Arguments arguments, Terminal terminal,
			String place) {
		for (NewMigration migration : written) {
			List<Change> changes = migration.entry().changes();
			boolean list = changes.size() <= 12 || isVerbose(arguments);
			List<String> lines = list ? changes.stream().flatMap((change) -> change.describe().lines()).toList()
					: List.of(counts(changes) + "     (" + terminal.option("verbosity", "2") + " lists all)");
			terminal.say("  " + file(migration.entry(), place) + "   " + String.join("\n      ", lines));
			if (arguments.has("dry-run")) {
				terminal.say(migration.forward().indent(4).stripTrailing());
			}
			keepable(changes, before).forEach(terminal::say);
		}
		for (NewMigration migration : written) {
			if (migration.entry().version() == null) {
				terminal.say("  when no version uses what it takes away: "
						+ terminal.command("contract " + migration.entry().name()));
			}
		}
		List<JournalEntry> entries = written.stream()
			.map(NewMigration::entry)
			.filter((entry) -> entry.version() != null)
			.toList();
		if (!entries.isEmpty()) {
			terminal.say("  undo: %s/undo/%s     journal: %s/schema.journal".formatted(place,
					MigrationFiles.undoName(entries.get(entries.size() - 1)), place));
		}
	}

	private static boolean isVerbose(Arguments arguments) {
		return arguments.has("verbose") || arguments.value("verbosity").filter((text) -> !text.equals("1")).isPresent();
	}

	/** An attribute may be called anew without its column. */
	private static List<String> keepable(List<Change> changes, Schema before) {
		return changes.stream()
			.filter((change) -> change instanceof Change.Rename && change.id().kind() == ObjectKind.COLUMN)
			.filter((change) -> before.has(change.id()))
			.map((change) -> "  hint: @Column(name = \"%s\") keeps the column and needs no migration"
				.formatted(change.id().name()))
			.toList();
	}

	private static String file(JournalEntry entry, String place) {
		return ((entry.version() == null) ? place + "/pending/" : "") + entry.title() + ".sql";
	}

	private static String counts(List<Change> changes) {
		Map<ObjectKind, Long> counts = new LinkedHashMap<>();
		for (ObjectKind kind : List.of(ObjectKind.TABLE, ObjectKind.COLUMN, ObjectKind.FOREIGN_KEY, ObjectKind.INDEX,
				ObjectKind.UNIQUE, ObjectKind.CHECK)) {
			counts.put(kind, changes.stream().filter((change) -> change.id().kind() == kind).count());
		}
		return counts.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() > 0)
			.map((entry) -> entry.getValue() + " " + plural(entry.getKey(), entry.getValue()))
			.collect(Collectors.joining(", "));
	}

	private static String plural(ObjectKind kind, long count) {
		String word = (kind == ObjectKind.UNIQUE) ? "unique constraint" : kind.word().replace('-', ' ');
		return (count == 1) ? word : word.equals("index") ? "indexes" : word + "s";
	}

	/**
	 * What was found.
	 *
	 * @param journal the journal
	 * @param before the schema it leads to
	 * @param steps what leads to the models' schema
	 */
	private record Found(Journal journal, Schema before, List<Step> steps) {

	}

	/**
	 * A terminal that is not asked.
	 *
	 * @param out where commands speak
	 */
	private record SilentTerminal(Terminal out) implements Terminal {

		@Override
		public void say(String line) {
			this.out.say(line);
		}

		@Override
		public Optional<String> ask(String prompt) {
			return Optional.empty();
		}

		@Override
		public String option(String name, String value) {
			return this.out.option(name, value);
		}

		@Override
		public String command(String command) {
			return this.out.command(command);
		}

	}

}

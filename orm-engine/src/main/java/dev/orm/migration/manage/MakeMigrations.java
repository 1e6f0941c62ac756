package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.files.MigrationNames;
import dev.orm.migration.files.NewMigration;
import dev.orm.migration.lint.Finding;
import dev.orm.migration.model.FillValues;
import dev.orm.migration.model.ModelSchema;
import dev.orm.schema.Change;
import dev.orm.schema.Journal;
import dev.orm.schema.JournalEntry;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.Version;

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
		return List.of("name", "rename", "fill", "drop", "batches");
	}

	@Override
	public List<String> flags() {
		return List.of("check", "dry-run", "empty", "java", "no-input", "online", "direct", "verbose");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		if (arguments.has("empty")) {
			return new EmptyMigration(arguments, project, terminal).write();
		}
		Journal journal = project.sources().journal();
		ModelRegistry registry = project.models().get();
		Schema before = journal.target();
		Schema after = ModelSchema.of(registry);
		if (before.equals(after)) {
			terminal.say("No changes detected");
			return ExitCode.FINE;
		}
		FlagAnswers answers = new FlagAnswers(arguments, before,
				arguments.has("no-input") ? new SilentTerminal(terminal) : terminal, places(registry));
		Difference difference = SchemaDiff.of(before, after, answers.unsaid(FillValues.of(registry)), answers);
		if (!answers.open().isEmpty()) {
			answers.open().forEach((question) -> terminal.say("cannot ask: " + question));
			return ExitCode.UNANSWERED;
		}
		return write(arguments, project, terminal, new Found(journal, before, difference));
	}

	private static ExitCode write(Arguments arguments, Project project, Terminal terminal, Found found) {
		List<MigrationSteps.Step> steps = new MigrationSteps(found.journal(), arguments.has("online"),
				arguments.has("direct"))
			.split(found.before(), found.difference());
		Version version = project.sources().next();
		Journal journal = found.journal();
		List<NewMigration> written = new ArrayList<>();
		List<Finding> findings = new ArrayList<>();
		Schema schema = found.before();
		for (MigrationSteps.Step step : steps) {
			Script script = step.write(schema);
			findings.addAll(Lint.find("", schema, step.changes(), script.forwardText()));
			schema = schema.plus(step.changes());
			boolean first = journal.entries().isEmpty();
			String name = arguments.value("name")
				.map((given) -> (steps.size() == 1 || written.isEmpty()) ? given : given + "_" + (written.size() + 1))
				.orElse(MigrationNames.of(step.changes(), schema, first));
			JournalEntry entry = JournalEntry.migration(version, name, step.changes());
			journal = journal.append(entry);
			written.add(NewMigration.ofSql(entry, script.forwardText(), script.undoText()));
			version = version.next();
		}
		report(written, arguments, terminal);
		findings.forEach((finding) -> terminal.say("  " + finding));
		if (arguments.has("check") || arguments.has("dry-run")) {
			return arguments.has("check") ? ExitCode.TO_DO : ExitCode.FINE;
		}
		project.sources().write(journal, written);
		return ExitCode.FINE;
	}

	private static void report(List<NewMigration> written, Arguments arguments, Terminal terminal) {
		for (NewMigration migration : written) {
			List<Change> changes = migration.entry().changes();
			boolean list = changes.size() <= 12 || arguments.has("verbose");
			List<String> lines = list ? changes.stream().flatMap((change) -> change.describe().lines()).toList()
					: List.of(counts(changes));
			terminal.say("  " + migration.entry().title() + ".sql   " + String.join("\n      ", lines));
			if (arguments.has("dry-run")) {
				terminal.say(migration.forward().indent(4).stripTrailing());
			}
		}
		JournalEntry last = written.get(written.size() - 1).entry();
		terminal.say("  undo: db/undo/U" + last.number() + "__" + last.name() + ".sql     journal: db/schema.journal");
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

	/** Where a column is declared, as people know it. */
	private static Function<ObjectId, String> places(ModelRegistry registry) {
		Map<ObjectId, String> places = new HashMap<>();
		for (EntityModel model : registry.models()) {
			for (FieldModel field : model.localFields()) {
				places.putIfAbsent(ObjectId.column(ModelSchema.table(model), field.column()), field.toString());
			}
		}
		return (id) -> Optional.ofNullable(places.get(id)).orElse(id.path());
	}

	/**
	 * What was found.
	 *
	 * @param journal the journal
	 * @param before the schema it leads to
	 * @param difference what leads to the models' schema
	 */
	private record Found(Journal journal, Schema before, Difference difference) {

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

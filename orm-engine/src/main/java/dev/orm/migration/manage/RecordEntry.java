package dev.orm.migration.manage;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.apply.trial.ForwardAndBack;
import dev.orm.migration.apply.trial.ScratchDatabase;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.files.MigrationFile;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.schema.Change;
import dev.orm.schema.Schema;

/**
 * Gives a migration that was written by hand its entry in the journal: what it changes in
 * a scratch database, or, as it is told, rows only or whatever brings the schema to the
 * models.
 */
final class RecordEntry implements Command {

	@Override
	public String name() {
		return "record";
	}

	@Override
	public String summary() {
		return "gives a migration written by hand its entry in the journal";
	}

	@Override
	public List<String> flags() {
		return List.of("from-models", "rows-only", "from-database");
	}

	@Override
	public List<String> valued() {
		return List.of("directory", "name", "scratch");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		if (arguments.has("from-database")) {
			return new RecordDatabase(project.database(),
					Path.of(arguments.value("directory").orElse("src/main/resources/db")), terminal)
				.write(Entries.name(arguments).orElse("by_hand"));
		}
		MigrationFiles files = project.sources();
		Journal journal = files.journal();
		List<MigrationFile> unrecorded = files.migrations()
			.stream()
			.filter((file) -> journal.entries().stream().noneMatch((entry) -> entry.title().equals(file.title())))
			.toList();
		if (unrecorded.isEmpty()) {
			terminal.say("nothing to record: every file has its entry");
			return ExitCode.FINE;
		}
		if (unrecorded.size() > 1) {
			throw new CommandException(ExitCode.USAGE,
					"several files have no entry, record one at a time: " + unrecorded);
		}
		MigrationFile file = unrecorded.get(0);
		requireOneAnswer(arguments, file, terminal);
		List<Change> changes = changes(arguments, project, journal, terminal);
		files.write(journal.append(JournalEntry.migration(file.version(), file.name(), changes)));
		terminal.say("  %s   %d changes recorded".formatted(file.title(), changes.size()));
		changes.forEach((change) -> terminal.say(change.describe().indent(6).stripTrailing()));
		return ExitCode.FINE;
	}

	private static void requireOneAnswer(Arguments arguments, MigrationFile file, Terminal terminal) {
		long answers = Stream
			.of(arguments.has("from-models"), arguments.has("rows-only"), arguments.value("scratch").isPresent())
			.filter(Boolean::booleanValue)
			.count();
		if (answers != 1) {
			throw new CommandException(ExitCode.USAGE,
					"what does %s do?  %s: see what it changes there   %s: it brings the schema to the models   %s: it changes rows only"
						.formatted(file.title(), terminal.option("scratch", "URL"), terminal.option("from-models", ""),
								terminal.option("rows-only", "")));
		}
	}

	private static List<Change> changes(Arguments arguments, Project project, Journal journal, Terminal terminal) {
		if (arguments.has("rows-only")) {
			return List.of();
		}
		return arguments.has("from-models") ? project.toModels(journal.target(), journal.adopted()).changes()
				: tried(arguments, project, journal, terminal);
	}

	/** The difference of what a database is before the file runs and after. */
	private static List<Change> tried(Arguments arguments, Project project, Journal journal, Terminal terminal) {
		try (ScratchDatabase scratch = Verify.scratch(arguments, terminal)) {
			Migrator migrator = Verify.migrator(scratch, project, ForwardAndBack.baseline(journal).isPresent());
			if (!journal.migrations().isEmpty()) {
				migrator.migrate(journal.version());
			}
			Schema before = migrator.read(journal.head());
			migrator.migrate();
			return SchemaDiff.of(before, migrator.read(before)).changes();
		}
	}

}

package dev.orm.migration.manage;

import java.nio.file.Path;
import java.util.List;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.files.MigrationFile;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.schema.Change;

/**
 * Gives a migration that was written by hand its entry in the journal: rows only, or, as
 * it is told, whatever brings the schema to the models.
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
		return List.of("directory", "name");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		if (arguments.has("from-database")) {
			return new RecordDatabase(project.database(),
					Path.of(arguments.value("directory").orElse("src/main/resources/db")), terminal)
				.write(arguments.value("name").orElse("by_hand"));
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
		if (unrecorded.size() > 1 || arguments.has("from-models") == arguments.has("rows-only")) {
			throw new CommandException(ExitCode.USAGE,
					unrecorded.size() > 1 ? "several files have no entry, record one at a time: " + unrecorded
							: "what does %s do?  %s: it brings the schema to the models   %s: it changes rows only"
								.formatted(unrecorded.get(0).title(), terminal.option("from-models", ""),
										terminal.option("rows-only", "")));
		}
		List<Change> changes = arguments.has("rows-only") ? List.of()
				: SchemaDiff.of(journal.target(), project.schema(), journal.adopted()).changes();
		MigrationFile file = unrecorded.get(0);
		files.write(journal.append(JournalEntry.migration(file.version(), file.name(), changes)));
		terminal.say("  %s   %d changes recorded".formatted(file.title(), changes.size()));
		changes.forEach((change) -> terminal.say(change.describe().indent(6).stripTrailing()));
		return ExitCode.FINE;
	}

}

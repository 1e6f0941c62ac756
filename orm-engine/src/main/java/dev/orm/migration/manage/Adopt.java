package dev.orm.migration.manage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.Version;
import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.schema.Change;
import dev.orm.schema.Schema;

/**
 * Begins a journal for a database that Flyway has migrated by files of its own: what the
 * database holds, in the models' spelling where the server says that both are the same.
 */
final class Adopt implements Command {

	@Override
	public String name() {
		return "adopt";
	}

	@Override
	public String summary() {
		return "begins a journal for a database that is migrated already";
	}

	@Override
	public List<String> valued() {
		return List.of("directory");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		Migrator migrator = project.database();
		MigrationFiles files = new MigrationFiles(
				Path.of(arguments.value("directory").orElse("src/main/resources/db")));
		if (migrator.hasJournal() || !files.journalText().isEmpty()) {
			throw new CommandException(ExitCode.USAGE, "there is a journal already; record adds a file to it");
		}
		List<MigrationStatus> applied = migrator.status()
			.stream()
			.filter((status) -> status.state() == State.APPLIED)
			.toList();
		if (applied.isEmpty()) {
			throw new CommandException(ExitCode.USAGE,
					"no migration ran on this database; makemigrations begins a new history");
		}
		Schema models = project.schema();
		Schema found = migrator.read(models);
		files.write(Journal.empty().with(entries(applied, SchemaDiff.of(Schema.empty(), found).changes())));
		terminal.say("  %s   %d migrations, %d objects".formatted(files.journalFile(), applied.size(),
				found.objects().size()));
		return differences(SchemaDiff.of(found, models).changes(), terminal);
	}

	/** Nobody knows which of the files made what, so the newest one has it all. */
	private static List<JournalEntry> entries(List<MigrationStatus> applied, List<Change> changes) {
		List<JournalEntry> entries = new ArrayList<>();
		for (MigrationStatus status : applied) {
			boolean newest = entries.size() == applied.size() - 1;
			String name = status.title().substring(status.title().indexOf("__") + 2);
			List<String> notes = newest ? List.of("# adopted: all that the files up to here made") : List.of();
			entries.add(new JournalEntry(JournalEntry.Kind.MIGRATION, new Version(status.version()), name, !newest,
					notes, newest ? changes : List.of()));
		}
		return entries;
	}

	private static ExitCode differences(List<Change> changes, Terminal terminal) {
		if (changes.isEmpty()) {
			terminal.say("  the models say the same");
			return ExitCode.FINE;
		}
		terminal.say("  the models say otherwise; makemigrations would write:");
		changes.forEach((change) -> terminal.say(change.describe().indent(6).stripTrailing()));
		return ExitCode.TO_DO;
	}

}

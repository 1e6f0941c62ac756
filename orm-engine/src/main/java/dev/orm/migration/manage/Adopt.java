package dev.orm.migration.manage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.orm.journal.Adopted;
import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.Version;
import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Fills;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.detect.Adoption;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.files.NewMigration;
import dev.orm.schema.Change;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;

/**
 * Begins a journal for a database that is there: what it holds, in the models' spelling
 * where the server says that both are the same. Names and defaults that the models leave
 * open stay as they are.
 */
final class Adopt implements Command {

	@Override
	public String name() {
		return "adopt";
	}

	@Override
	public String summary() {
		return "begins a journal for a database that is there";
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
		Schema models = project.schema();
		Schema found = migrator.read(models);
		Adopted adopted = Adoption.of(found, models);
		write(files, applied(migrator), found, adopted, terminal);
		kept(found, adopted, terminal);
		unspoken(migrator, terminal);
		return differences(project.toModels(found, adopted).changes(), terminal);
	}

	/** Say what no fact speaks of: it stays, and no migration makes it elsewhere. */
	static void unspoken(Migrator migrator, Terminal terminal) {
		List<String> objects = migrator.unspoken();
		if (!objects.isEmpty()) {
			terminal.say(
					"  no fact speaks of what is here as well; it stays, and a database made by the migrations lacks it:");
			objects.forEach((object) -> terminal.say("      " + object));
		}
	}

	private static List<MigrationStatus> applied(Migrator migrator) {
		return migrator.status().stream().filter((status) -> status.state() == State.APPLIED).toList();
	}

	private static void write(MigrationFiles files, List<MigrationStatus> applied, Schema found, Adopted adopted,
			Terminal terminal) {
		List<Change> changes = SchemaDiff.of(Schema.empty(), found).changes();
		if (applied.isEmpty()) {
			writeFirst(files, found, changes, adopted, terminal);
			return;
		}
		files.write(Journal.empty().with(entries(applied, changes, adopted)));
		terminal.say("  %s   %d migrations, %d objects".formatted(files.journalFile(), applied.size(),
				found.objects().size()));
	}

	/** What other means than migrations have made becomes the first migration. */
	private static void writeFirst(MigrationFiles files, Schema found, List<Change> changes, Adopted adopted,
			Terminal terminal) {
		if (found.all(Table.class).isEmpty()) {
			throw new CommandException(ExitCode.USAGE,
					"there is no table in this database; makemigrations begins a new history");
		}
		if (!files.migrations().isEmpty()) {
			throw new CommandException(ExitCode.USAGE,
					"%s is there, yet no migration ran on this database.  run the files, or say by spring.flyway.baseline-on-migrate and baseline-version which of them made it; then adopt"
						.formatted(files.migrations().get(0).fileName()));
		}
		JournalEntry entry = JournalEntry.migration(files.next(), "initial", changes).adopting(adopted);
		Script script = new DdlWriter(false).write(Schema.empty(), changes, Fills.none());
		files.write(Journal.empty().append(entry),
				List.of(NewMigration.ofSql(entry, script.forwardText(), script.undoText())));
		terminal.say(
				"  %s.sql   makes what is there, %d objects.  record it on databases that have it: migrate --fake-initial"
					.formatted(entry.title(), found.objects().size()));
	}

	/** Nobody knows which of the files made what, so the newest one has it all. */
	private static List<JournalEntry> entries(List<MigrationStatus> applied, List<Change> changes, Adopted adopted) {
		List<JournalEntry> entries = new ArrayList<>();
		for (MigrationStatus status : applied) {
			boolean newest = entries.size() == applied.size() - 1;
			String name = status.title().substring(status.title().indexOf("__") + 2);
			List<String> notes = newest ? List.of(JournalEntry.ADOPTED_NOTE + ": all that the files up to here made")
					: List.of();
			entries.add(new JournalEntry(JournalEntry.Kind.MIGRATION, new Version(status.version()), name, !newest,
					notes, newest ? changes : List.of(), newest ? adopted.ids() : Set.of()));
		}
		return entries;
	}

	private static void kept(Schema found, Adopted adopted, Terminal terminal) {
		if (adopted.ids().isEmpty()) {
			return;
		}
		terminal.say("  stays as it is, as the models leave it open ('adopted' in the journal; without the word, "
				+ "makemigrations does it the models' way):");
		found.objects()
			.stream()
			.filter((object) -> adopted.ids().contains(object.id()))
			.forEach((object) -> terminal.say("      " + object.line()));
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

package dev.orm.migration.manage;

import java.nio.file.Path;
import java.util.List;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.ddl.DdlWriter;
import dev.orm.migration.ddl.Script;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.files.NewMigration;
import dev.orm.schema.Schema;

/**
 * Writes down what somebody changed in a database by hand: a migration that brings others
 * there, which is recorded as run here. Used once.
 */
final class RecordDatabase {

	private final Migrator migrator;

	private final MigrationFiles files;

	private final Terminal terminal;

	RecordDatabase(Migrator migrator, Path directory, Terminal terminal) {
		this.migrator = migrator;
		this.files = new MigrationFiles(directory);
		this.terminal = terminal;
	}

	ExitCode write(String name) {
		Journal journal = this.files.journal();
		if (!journal.version().isSame(this.migrator.version())) {
			throw new CommandException(ExitCode.USAGE,
					"the database is at %s and the journal of %s at %s: migrate first"
						.formatted(this.migrator.version(), this.files.root(), journal.version()));
		}
		Schema expected = journal.head();
		Difference difference = SchemaDiff.of(expected, this.migrator.read(expected));
		if (difference.isEmpty()) {
			this.terminal.say("  drift: none, so there is nothing to record");
			return ExitCode.FINE;
		}
		JournalEntry entry = JournalEntry.migration(this.files.next(), name, difference.changes());
		Script script = new DdlWriter(false).write(expected, difference.changes(), difference.fills());
		this.files.write(journal.append(entry),
				List.of(NewMigration.ofSql(entry, script.forwardText(), script.undoText())));
		this.terminal.say("  %s.sql   %d changes".formatted(entry.title(), difference.changes().size()));
		this.terminal.say("  it is what this database has: once it is packaged, run  migrate %s --fake  here"
			.formatted(entry.number()));
		return ExitCode.FINE;
	}

}

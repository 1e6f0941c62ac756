package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.List;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.files.NewMigration;
import dev.orm.migration.files.NewMigration.Form;
import dev.orm.schema.Change;

/**
 * Puts new changes into the newest migration, which is not on the shared branch: after
 * what it holds, so that what was written by hand stays. Django's
 * {@code makemigrations --update}.
 */
final class UpdatedMigration {

	private final MigrationFiles files;

	private final Terminal terminal;

	UpdatedMigration(MigrationFiles files, Terminal terminal) {
		this.files = files;
		this.terminal = terminal;
	}

	ExitCode write(Journal journal, List<NewMigration> written, Arguments arguments) {
		List<JournalEntry> migrations = journal.migrations();
		NewMigration more = written.get(0);
		JournalEntry newest = migrations.isEmpty() ? more.entry() : migrations.get(migrations.size() - 1);
		if (migrations.isEmpty() || written.size() > 1 || more.form() != Form.SQL || this.files.runsApart(newest)
				|| this.files.forward(newest).isEmpty()) {
			throw new CommandException(ExitCode.USAGE,
					"only a migration in SQL takes changes that run in one transaction; write a new one");
		}
		Entries.requireOwn(this.files, newest, arguments);
		List<Change> changes = new ArrayList<>(newest.changes());
		changes.addAll(more.entry().changes());
		JournalEntry updated = newest.with(changes);
		List<JournalEntry> entries = new ArrayList<>(journal.entries());
		entries.set(entries.indexOf(newest), updated);
		Journal after = journal.with(entries);
		this.files.write(after,
				List.of(NewMigration.ofSql(updated, this.files.forward(newest).orElse("") + more.forward(),
						more.undo() + this.files.undo(newest).orElse(""))));
		this.terminal.say("  written into %s.sql. A database that ran it: take it back there first".formatted(updated));
		return ExitCode.FINE;
	}

}

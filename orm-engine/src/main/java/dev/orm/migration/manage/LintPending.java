package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.Version;
import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.lint.Finding;
import dev.orm.migration.lint.LintedMigration;
import dev.orm.migration.lint.Linter;
import dev.orm.migration.lint.Severity;
import dev.orm.migration.lint.TableSizes;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;

/**
 * Says what the pending migrations of a database do to the application that runs on it,
 * with the rows that its tables have.
 */
final class LintPending {

	private final Migrator migrator;

	private final Terminal terminal;

	LintPending(Migrator migrator, Terminal terminal) {
		this.migrator = migrator;
		this.terminal = terminal;
	}

	ExitCode run() {
		Journal journal = this.migrator.journal();
		Map<String, Long> rows = this.migrator.rowCounts();
		Schema before = journal.at(this.migrator.version());
		List<Finding> all = new ArrayList<>();
		for (MigrationStatus status : this.migrator.status()) {
			JournalEntry entry = journal.migration(new Version(status.version())).orElse(null);
			if (status.state() == State.PENDING && entry != null) {
				// what the migrations before it make is empty
				before.all(Table.class).forEach((table) -> rows.putIfAbsent(table.name(), 0L));
				List<Finding> found = new TableSizes(rows).weigh(find(entry, before));
				found.forEach((finding) -> this.terminal.say("  " + entry + "  " + finding));
				all.addAll(found);
				before = before.plus(entry.changes());
			}
		}
		if (all.isEmpty()) {
			this.terminal.say("  nothing found");
		}
		return all.stream().anyMatch((finding) -> finding.severity() == Severity.ERROR) ? ExitCode.LINT : ExitCode.FINE;
	}

	private List<Finding> find(JournalEntry entry, Schema before) {
		String sql = this.migrator.script(entry.title() + ".sql").orElse("");
		return Linter.standard()
			.lint(new LintedMigration(entry.title(), before, entry.changes(), sql, "", Set.of(), entry.notes()));
	}

}

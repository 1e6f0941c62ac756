package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.List;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.JournalEntry.Kind;
import dev.orm.migration.lint.Finding;
import dev.orm.migration.lint.LintedMigration;
import dev.orm.migration.lint.Severity;
import dev.orm.schema.Schema;

/**
 * The errors of all migrations that were written here: what a history had before it was
 * adopted, and what a baseline sums up, is past.
 */
final class LintedJournal {

	private final Project project;

	private final Journal journal;

	LintedJournal(Project project, Journal journal) {
		this.project = project;
		this.journal = journal;
	}

	List<Finding> errors() {
		List<Finding> errors = new ArrayList<>();
		Schema before = Schema.empty();
		for (JournalEntry entry : this.journal.entries()) {
			if (entry.kind() == Kind.BASELINE) {
				errors.clear();
				before = Schema.empty();
			}
			else if (entry.kind() == Kind.MIGRATION && !isPast(entry)) {
				Lint.find(this.project, entry, before)
					.stream()
					.filter((finding) -> isError(finding, entry))
					.forEach(errors::add);
			}
			before = before.replayed(entry.changes());
		}
		return errors;
	}

	private static boolean isPast(JournalEntry entry) {
		return entry.elidable() || !entry.adopted().isEmpty()
				|| entry.notes().stream().anyMatch((note) -> note.startsWith(Adopt.NOTE));
	}

	/**
	 * Where tables are changed offline, as they are unless the journal says otherwise,
	 * locks are no error.
	 */
	private boolean isError(Finding finding, JournalEntry entry) {
		boolean aboutLocks = finding.rule().startsWith("lock-");
		return finding.severity() == Severity.ERROR && (!aboutLocks
				|| entry.changes().stream().map(LintedMigration::table).anyMatch(this.journal::isOnline));
	}

}

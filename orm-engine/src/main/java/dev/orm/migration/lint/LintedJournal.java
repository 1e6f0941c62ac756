package dev.orm.migration.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.JournalEntry.Kind;
import dev.orm.schema.Schema;

/**
 * The errors of all migrations that were written here: what a history had before it was
 * adopted, and what a baseline sums up, is past. Immutable.
 *
 * @param journal the history
 * @param linter finds what is to be said of a migration, by the schema before it
 */
public record LintedJournal(Journal journal, BiFunction<JournalEntry, Schema, List<Finding>> linter) {

	/**
	 * Find the errors.
	 * @return what should stop a build
	 */
	public List<Finding> errors() {
		List<Finding> errors = new ArrayList<>();
		Schema before = Schema.empty();
		Predicate<String> online = this.journal.changedOnline();
		for (JournalEntry entry : this.journal.entries()) {
			if (entry.kind() == Kind.BASELINE) {
				errors.clear();
				before = Schema.empty();
			}
			else if (entry.kind() == Kind.MIGRATION && !entry.elidable() && !entry.isAdopted()) {
				this.linter.apply(entry, before)
					.stream()
					.filter((finding) -> isError(finding, entry, online))
					.forEach(errors::add);
			}
			before = before.replayed(entry.changes());
		}
		return errors;
	}

	/**
	 * Where tables are changed offline, as they are unless the journal says otherwise,
	 * locks are no error.
	 */
	private static boolean isError(Finding finding, JournalEntry entry, Predicate<String> online) {
		boolean aboutLocks = finding.rule().startsWith("lock-");
		return finding.severity() == Severity.ERROR
				&& (!aboutLocks || entry.changes().stream().map(LintedMigration::table).anyMatch(online));
	}

}

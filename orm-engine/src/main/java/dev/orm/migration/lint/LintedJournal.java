package dev.orm.migration.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.JournalEntry.Kind;
import dev.orm.schema.Schema;

/**
 * What is said of all migrations that were written here: what a history had before it was
 * adopted, and what a baseline sums up, is past. Immutable.
 *
 * @param journal the history
 * @param linter finds what is to be said of a migration, by the schema before it
 */
public record LintedJournal(Journal journal, BiFunction<JournalEntry, Schema, List<Finding>> linter) {

	/**
	 * Look at the migrations.
	 * @return what is found of each
	 */
	public Map<JournalEntry, List<Finding>> findings() {
		Map<JournalEntry, List<Finding>> findings = new LinkedHashMap<>();
		Schema before = Schema.empty();
		for (JournalEntry entry : this.journal.entries()) {
			if (entry.kind() == Kind.BASELINE) {
				findings.clear();
				before = Schema.empty();
			}
			else if (entry.kind() == Kind.MIGRATION && !entry.elidable() && !entry.isAdopted()) {
				findings.put(entry, this.linter.apply(entry, before));
			}
			before = before.replayed(entry.changes());
		}
		return findings;
	}

	/**
	 * Choose the errors.
	 * @param findings what is found of each migration
	 * @return what should stop a build
	 */
	public List<Finding> errors(Map<JournalEntry, List<Finding>> findings) {
		Predicate<String> online = this.journal.changedOnline();
		return findings.entrySet()
			.stream()
			.flatMap((found) -> found.getValue().stream().filter((finding) -> isError(finding, found.getKey(), online)))
			.toList();
	}

	/**
	 * Choose the lines that silence nothing and may be changed.
	 * @param findings what is found of each migration
	 * @param fixed whether the file of a migration must not change
	 * @return a warning for each
	 */
	public List<Finding> unused(Map<JournalEntry, List<Finding>> findings, Predicate<JournalEntry> fixed) {
		return findings.entrySet()
			.stream()
			.flatMap((found) -> found.getValue()
				.stream()
				.filter((finding) -> finding.rule().equals(Linter.UNUSED))
				.filter((finding) -> !finding.subject().equals(found.getKey().title()) || !fixed.test(found.getKey())))
			.toList();
	}

	/**
	 * Where tables are changed offline, as they are unless the journal says otherwise,
	 * locks are no error.
	 */
	private static boolean isError(Finding finding, JournalEntry entry, Predicate<String> online) {
		return finding.severity() == Severity.ERROR
				&& (!finding.isAboutLocks() || entry.changes().stream().map(LintedMigration::table).anyMatch(online));
	}

}

package dev.orm.migration.lint;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

import dev.orm.schema.Change;

/**
 * A rule about single changes of tables that may have rows. Immutable.
 *
 * @param id its name
 * @param severity how bad a finding is
 * @param message what happens
 * @param rewrite how to write it instead
 * @param matches which changes it is about
 */
record ChangeRule(String id, Severity severity, String message, String rewrite,
		BiPredicate<Change, LintedMigration> matches) implements LintRule {

	@Override
	public List<Finding> check(LintedMigration migration) {
		Set<String> created = migration.created();
		return migration.changes()
			.stream()
			.filter((change) -> !created.contains(LintedMigration.table(change)) && !migration.isSwap(change)
					&& this.matches.test(change, migration))
			.map((change) -> new Finding(this.id, this.severity, change.id().path(), this.message, this.rewrite))
			.distinct()
			.toList();
	}

}

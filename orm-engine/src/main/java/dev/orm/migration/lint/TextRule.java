package dev.orm.migration.lint;

import java.util.List;
import java.util.function.Predicate;

/**
 * A rule about a whole file. Immutable.
 *
 * @param id its name
 * @param severity how bad a finding is
 * @param message what happens
 * @param rewrite how to write it instead
 * @param matches which migrations it is about
 */
record TextRule(String id, Severity severity, String message, String rewrite,
		Predicate<LintedMigration> matches) implements LintRule {

	@Override
	public List<Finding> check(LintedMigration migration) {
		return this.matches.test(migration)
				? List.of(new Finding(this.id, this.severity, migration.title(), this.message, this.rewrite))
				: List.of();
	}

}

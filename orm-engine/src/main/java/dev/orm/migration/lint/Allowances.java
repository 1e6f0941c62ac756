package dev.orm.migration.lint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.orm.error.detail.UnknownName;

/**
 * What a migration silences, and what of it silences nothing. A statement is silenced by
 * looking at the migration without it. Immutable.
 */
final class Allowances {

	private static final String AT_HEAD = "at the head of the file, with a blank line below";

	private final LintedMigration migration;

	private final List<Allowance> all;

	Allowances(LintedMigration migration) {
		this.migration = migration;
		this.all = Allowance.of(migration);
	}

	/**
	 * Look at the migration.
	 * @param rules the rules of one name
	 * @return what they find that is not silenced
	 */
	List<Finding> left(List<LintRule> rules) {
		return left(rules, of(rules.get(0).id()));
	}

	private List<Allowance> of(String rule) {
		return this.all.stream().filter((one) -> one.rule().equals(rule)).toList();
	}

	private List<Finding> left(List<LintRule> rules, List<Allowance> allowed) {
		List<Finding> found = found(rules, this.migration);
		if (found.isEmpty() || allowed.isEmpty()) {
			return found;
		}
		if (allowed.stream().anyMatch(Allowance::isWhole)) {
			return List.of();
		}
		List<Finding> without = found(rules,
				this.migration.without(allowed.stream().map(Allowance::place).collect(Collectors.toSet())));
		return found.stream().filter(without::contains).toList();
	}

	private static List<Finding> found(List<LintRule> rules, LintedMigration migration) {
		return rules.stream().flatMap((rule) -> rule.check(migration).stream()).toList();
	}

	/**
	 * Return the lines that silence nothing.
	 * @param rules the rules by their names
	 * @return a warning for each
	 */
	List<Finding> unused(Map<String, List<LintRule>> rules) {
		return this.all.stream().flatMap((one) -> unused(one, rules).stream()).toList();
	}

	private Optional<Finding> unused(Allowance one, Map<String, List<LintRule>> rules) {
		if (one.rule().isEmpty()) {
			return told(one, "cannot be read",
					"a line of its own above the statement:  -- orm:allow RULE because REASON");
		}
		if (one.place() == Allowance.NOWHERE) {
			return told(one, "stands above no statement", "put it above the statement that is meant, or " + AT_HEAD);
		}
		List<LintRule> named = rules.get(one.rule());
		if (named == null) {
			// a bean's rule is known to the application only
			return UnknownName.of("", one.rule(), rules.keySet())
				.suggestion()
				.flatMap((guess) -> told(one, "names no rule", "did you mean %s?".formatted(guess)));
		}
		return silences(one, named) ? Optional.empty() : told(one,
				one.isWhole() ? "silences nothing" : "silences nothing of the statement it stands above",
				one.isWhole() ? "delete it" : "delete it, or put it above the statement that is meant, or " + AT_HEAD);
	}

	/** Whether it silences something alone, or together with others of its rule. */
	private boolean silences(Allowance one, List<LintRule> rules) {
		List<Allowance> together = of(one.rule());
		List<Allowance> others = together.stream().filter((other) -> !other.equals(one)).toList();
		return !left(rules, List.of(one)).equals(left(rules, List.of()))
				|| !left(rules, together).equals(left(rules, others));
	}

	private Optional<Finding> told(Allowance one, String what, String fix) {
		String subject = (one.place() == Allowance.JOURNAL) ? "schema.journal" : this.migration.title();
		return Optional
			.of(new Finding(Linter.UNUSED, Severity.WARN, subject, "'%s' %s".formatted(one.line(), what), fix));
	}

}

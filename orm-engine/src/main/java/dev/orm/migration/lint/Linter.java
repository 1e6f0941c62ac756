package dev.orm.migration.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Looks at migrations by rules: the standard ones and those of the application. A rule is
 * silenced for a statement by a line {@code -- orm:allow RULE because REASON} above it,
 * for a file by such a line at its head with a blank line below, in Java by one after two
 * slashes; for a file that ran already, and so must not change, by one after {@code #}
 * above its title in the journal. Thread-safe.
 */
public final class Linter {

	/** What is said of a line that silences nothing. */
	public static final String UNUSED = "allow-unused";

	private final List<LintRule> rules;

	/**
	 * Create a linter.
	 * @param rules the rules
	 */
	public Linter(List<LintRule> rules) {
		this.rules = List.copyOf(rules);
	}

	/**
	 * Return a linter with the standard rules and those the class path offers.
	 * @return the linter
	 */
	public static Linter standard() {
		List<LintRule> rules = new ArrayList<>(StandardRules.LOCKS);
		rules.addAll(StandardRules.DATA);
		rules.addAll(StandardRules.STEPS);
		rules.addAll(StandardRules.COMPATIBILITY);
		rules.addAll(StandardRules.TEXT);
		ServiceLoader.load(LintRule.class).forEach(rules::add);
		return new Linter(rules);
	}

	/**
	 * Return a linter that asks further rules as well.
	 * @param more the rules, such as beans of the application
	 * @return the linter
	 */
	public Linter and(List<LintRule> more) {
		List<LintRule> all = new ArrayList<>(this.rules);
		all.addAll(more);
		return new Linter(all);
	}

	/**
	 * Return the rules.
	 * @return the rules
	 */
	public List<LintRule> rules() {
		return this.rules;
	}

	/**
	 * Look at a migration.
	 * @param migration the migration
	 * @return what is to be said of it, errors first
	 */
	public List<Finding> lint(LintedMigration migration) {
		Allowances allowances = new Allowances(migration);
		return byName().values()
			.stream()
			.flatMap((named) -> allowances.left(named).stream())
			.sorted(Comparator.comparing(Finding::severity))
			.toList();
	}

	/**
	 * Return the lines of a migration that silence nothing, cannot be read or stand above
	 * no statement.
	 * @param migration the migration, with all that rules look at
	 * @return a warning for each, by the name of {@link #UNUSED}
	 */
	public List<Finding> unused(LintedMigration migration) {
		return new Allowances(migration).unused(byName());
	}

	private Map<String, List<LintRule>> byName() {
		return this.rules.stream()
			.collect(Collectors.groupingBy(LintRule::id, LinkedHashMap::new, Collectors.toList()));
	}

}

package dev.orm.migration.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at migrations by rules: the standard ones and those of the application. A rule is
 * silenced for a file by a line {@code -- orm:allow RULE because REASON} in it, in Java
 * after two slashes; for one that ran already, and so must not change, by such a line
 * after {@code #} above its title in the journal. Thread-safe.
 */
public final class Linter {

	private static final Pattern ALLOW = Pattern
		.compile("(?m)^\\s*(?:--|//|#)\\s*orm:allow\\s+(\\S+)\\s+because\\s+\\S+");

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
		Set<String> allowed = allowed(migration.sql() + migration.java() + "\n" + String.join("\n", migration.notes()));
		return this.rules.stream()
			.filter((rule) -> !allowed.contains(rule.id()))
			.flatMap((rule) -> rule.check(migration).stream())
			.sorted(Comparator.comparing(Finding::severity))
			.toList();
	}

	private static Set<String> allowed(String sql) {
		Set<String> allowed = new HashSet<>();
		Matcher matcher = ALLOW.matcher(sql);
		while (matcher.find()) {
			allowed.add(matcher.group(1));
		}
		return allowed;
	}

}

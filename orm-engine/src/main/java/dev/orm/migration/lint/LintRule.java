package dev.orm.migration.lint;

import java.util.List;

/**
 * A rule about migrations. Those of an application are found by {@code ServiceLoader};
 * its beans are asked by the commands of its jar. Thread-safe.
 */
public interface LintRule {

	/**
	 * Return the name of the rule.
	 * @return the name, such as {@code lock-index}
	 */
	String id();

	/**
	 * Look at a migration.
	 * @param migration the migration
	 * @return what is to be said of it
	 */
	List<Finding> check(LintedMigration migration);

}

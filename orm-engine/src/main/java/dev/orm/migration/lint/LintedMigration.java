package dev.orm.migration.lint;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.schema.Change;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;

/**
 * A migration as rules see it. Immutable.
 *
 * @param title as in {@code V0002__product_title}
 * @param before the schema before it
 * @param changes what it changes
 * @param sql the SQL that runs
 */
public record LintedMigration(String title, Schema before, List<Change> changes, String sql) {

	public LintedMigration {
		changes = List.copyOf(changes);
	}

	/**
	 * Return the tables it makes: nobody uses them yet, so nothing about them is found.
	 * @return their names
	 */
	public Set<String> created() {
		return this.changes.stream()
			.filter((change) -> change instanceof Change.Add added && added.object() instanceof Table)
			.map((change) -> change.id().name())
			.collect(Collectors.toSet());
	}

	/**
	 * Return whether a change is about a table that may have rows.
	 * @param change the change
	 * @return false for a table the migration itself makes
	 */
	public boolean isOld(Change change) {
		return !created().contains(table(change));
	}

	/**
	 * Return the table a change is about.
	 * @param change the change
	 * @return its name; empty if it is about none
	 */
	public static String table(Change change) {
		return (change.id().kind() == ObjectKind.TABLE) ? change.id().name() : change.id().table();
	}

	/**
	 * Return whether it runs beside others, outside of a transaction.
	 * @return true if a statement says {@code CONCURRENTLY}
	 */
	public boolean isConcurrent() {
		return this.sql.contains("CONCURRENTLY");
	}

}

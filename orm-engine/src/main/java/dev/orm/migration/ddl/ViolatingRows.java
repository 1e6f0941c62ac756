package dev.orm.migration.ddl;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.orm.schema.Change;
import dev.orm.schema.Check;
import dev.orm.schema.Column;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Unique;

import static dev.orm.migration.ddl.SqlText.name;
import static dev.orm.migration.ddl.SqlText.table;

/**
 * The rows on which a change fails, if there are any. Immutable.
 *
 * @param sql a query for their number
 * @param what what is wrong with them
 */
public record ViolatingRows(String sql, String what) {

	private static final Pattern SIZED = Pattern.compile("varchar\\((\\d+)\\)");

	/**
	 * Say how rows are found on which a change fails.
	 * @param change the change
	 * @return the query; empty for a change that fails on no row
	 */
	public static Optional<ViolatingRows> of(Change change) {
		if (change instanceof Change.Replace replaced && replaced.before() instanceof Column before
				&& replaced.after() instanceof Column after) {
			return column(before, after);
		}
		return (change instanceof Change.Add added) ? added(added.object()) : Optional.empty();
	}

	private static Optional<ViolatingRows> column(Column before, Column after) {
		String column = name(before.name());
		if (after.notNull() && !before.notNull()) {
			return Optional.of(where(before.table(), column + " IS NULL", "have no value in " + before.id().path()));
		}
		Matcher size = SIZED.matcher(after.type());
		return (size.matches() && !before.type().equals(after.type()))
				? Optional.of(where(before.table(), "length(" + column + "::text) > " + size.group(1),
						"are longer than " + size.group(1) + " in " + before.id().path()))
				: Optional.empty();
	}

	private static Optional<ViolatingRows> added(SchemaObject object) {
		if (object instanceof Check check) {
			return Optional.of(where(check.table(), "NOT (" + SqlText.expression(check.expression()) + ")",
					"break " + check.id()));
		}
		if (object instanceof ForeignKey key) {
			return Optional.of(lost(key));
		}
		return (object instanceof Unique unique) ? Optional.of(twice(unique)) : Optional.empty();
	}

	private static ViolatingRows where(String table, String condition, String what) {
		return new ViolatingRows("SELECT count(*) FROM " + table(table) + " WHERE " + condition, what);
	}

	/** NULLs are never one, unless the constraint says so. */
	private static ViolatingRows twice(Unique unique) {
		List<String> columns = unique.columns().stream().map(SqlText::name).toList();
		String given = unique.nullsDistinct()
				? " WHERE "
						+ columns.stream().map((column) -> column + " IS NOT NULL").collect(Collectors.joining(" AND "))
				: "";
		return new ViolatingRows(
				"SELECT coalesce(sum(number - 1), 0) FROM (SELECT count(*) AS number FROM " + table(unique.table())
						+ given + " GROUP BY " + String.join(", ", columns) + " HAVING count(*) > 1) AS twice",
				"are there twice for " + unique.id());
	}

	private static ViolatingRows lost(ForeignKey key) {
		StringBuilder same = new StringBuilder();
		StringBuilder given = new StringBuilder();
		for (int i = 0; i < key.columns().size(); i++) {
			String own = "own." + name(key.columns().get(i));
			given.append(own).append(" IS NOT NULL AND ");
			same.append((i == 0) ? "" : " AND ").append("other." + name(key.targetColumns().get(i)) + " = " + own);
		}
		return new ViolatingRows("SELECT count(*) FROM " + table(key.table()) + " AS own WHERE " + given
				+ "NOT EXISTS (SELECT 1 FROM " + table(key.target()) + " AS other WHERE " + same + ")",
				"point to no row, for " + key.id());
	}

}

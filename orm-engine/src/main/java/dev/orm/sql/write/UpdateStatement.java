package dev.orm.sql.write;

import java.util.List;

import dev.orm.model.TableName;
import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE.
 *
 * @param table the table
 * @param alias its alias
 * @param assignments the new values
 * @param from rows that the values and the condition may name, or null
 * @param where which rows, or null for all
 * @param returning what to answer for each updated row; empty for nothing
 */
public record UpdateStatement(TableName table, String alias, List<Assigned> assignments, @Nullable Unnest from,
		@Nullable Sql where, List<Sql> returning) implements WriteStatement {

	public UpdateStatement {
		assignments = List.copyOf(assignments);
		returning = List.copyOf(returning);
	}

	/**
	 * A column and its new value.
	 *
	 * @param column the column
	 * @param value the value
	 */
	public record Assigned(String column, Sql value) {

	}

}

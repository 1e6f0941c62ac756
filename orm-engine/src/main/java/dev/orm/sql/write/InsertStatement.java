package dev.orm.sql.write;

import java.util.List;

import dev.orm.model.TableName;
import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT.
 *
 * @param table the table
 * @param columns the columns that get values; empty for defaults alone
 * @param rows where the values come from
 * @param conflict what happens to rows that violate a constraint; null for an error
 * @param returning the columns to answer for each row; empty for nothing
 */
public record InsertStatement(TableName table, List<String> columns, Rows rows, @Nullable Conflict conflict,
		List<String> returning) implements WriteStatement {

	public InsertStatement {
		columns = List.copyOf(columns);
		returning = List.copyOf(returning);
	}

	/** Where the values of rows come from. */
	public sealed interface Rows permits Values, Unnested {

	}

	/**
	 * Rows that hold expressions.
	 *
	 * @param rows the values of each row, in the order of the columns
	 */
	public record Values(List<List<Sql>> rows) implements Rows {

		public Values {
			rows = List.copyOf(rows);
		}

	}

	/**
	 * Rows that come as arrays, inserted in their order.
	 *
	 * @param source the arrays, one for each column; for a row of defaults alone one that
	 * is not used
	 */
	public record Unnested(Unnest source) implements Rows {

	}

}

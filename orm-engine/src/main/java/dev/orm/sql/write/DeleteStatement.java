package dev.orm.sql.write;

import java.util.List;

import dev.orm.model.TableName;
import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A DELETE.
 *
 * @param table the table
 * @param alias its alias
 * @param where which rows, or null for all
 * @param returning what to answer for each deleted row; empty for nothing
 */
public record DeleteStatement(TableName table, String alias, @Nullable Sql where,
		List<Sql> returning) implements WriteStatement {

	public DeleteStatement {
		returning = List.copyOf(returning);
	}

}

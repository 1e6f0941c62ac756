package dev.orm.sql.write;

import java.util.List;

import dev.orm.model.TableName;
import dev.orm.sql.copy.CopyOption;

/**
 * A COPY of rows into a table.
 *
 * @param table the table
 * @param columns the columns the rows have, in their order
 * @param options how the rows are written
 */
public record CopyIn(TableName table, List<String> columns, List<CopyOption> options) implements WriteStatement {

	public CopyIn {
		columns = List.copyOf(columns);
		options = List.copyOf(options);
	}

}

package dev.orm.sql.copy;

import java.util.List;

import dev.orm.sql.SelectStatement;

/**
 * A COPY of the rows of a query out of the database.
 *
 * @param rows the query
 * @param options how the rows are written
 */
public record CopyOut(SelectStatement rows, List<CopyOption> options) {

	public CopyOut {
		options = List.copyOf(options);
	}

}

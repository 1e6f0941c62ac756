package dev.orm.execute;

import dev.orm.row.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of a statement into a result, while the connection is held: do not run
 * other statements from here.
 *
 * @param <R> the result
 */
@FunctionalInterface
public interface RowsHandler<R extends @Nullable Object> {

	/**
	 * Read the rows.
	 * @param rows the rows, before the first
	 * @return the result
	 */
	R handle(RowReader rows);

}

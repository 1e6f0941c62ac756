package dev.orm.observe;

import java.lang.reflect.Array;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * How many rows one statement writes: those of a bulk write come as columns, each of them
 * one value.
 */
final class BatchSize {

	private BatchSize() {
	}

	/** Return the number of rows; 0 if the statement is not one of many. */
	static int of(QueryEvent event) {
		boolean bulk = event.operation() == Operation.INSERT || event.operation() == Operation.UPDATE;
		int rows = 0;
		for (Object value : event.values()) {
			int size = bulk ? size(value) : 0;
			if (size == 0 || (rows > 0 && size != rows)) {
				return 0;
			}
			rows = size;
		}
		return rows;
	}

	private static int size(@Nullable Object value) {
		if (value instanceof Collection<?> column) {
			return column.size();
		}
		return (value != null && value.getClass().isArray() && !(value instanceof byte[])) ? Array.getLength(value) : 0;
	}

}

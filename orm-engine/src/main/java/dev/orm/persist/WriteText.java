package dev.orm.persist;

import java.util.List;

import dev.orm.observe.Operation;
import dev.orm.type.ValueType;

/**
 * The text of a write and the types of its parameters. Immutable and shared by all writes
 * of one shape.
 *
 * @param sql the text
 * @param types the types, in text order
 * @param operation what it does
 * @param table the table, for metrics
 */
record WriteText(String sql, List<ValueType> types, Operation operation, String table) {

	WriteText {
		types = List.copyOf(types);
	}

}

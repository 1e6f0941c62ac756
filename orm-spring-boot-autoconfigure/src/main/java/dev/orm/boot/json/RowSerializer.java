package dev.orm.boot.json;

import dev.orm.Row;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a row as an object in the order of its columns. Thread-safe. */
final class RowSerializer extends ValueSerializer<Row> {

	@Override
	public void serialize(Row row, JsonGenerator out, SerializationContext context) {
		context.writeValue(out, row.asMap());
	}

}

package dev.orm.boot.json;

import dev.orm.model.ToOne;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a handle as its key. Thread-safe. */
@SuppressWarnings("rawtypes")
final class HandleSerializer extends ValueSerializer<ToOne> {

	@Override
	public void serialize(ToOne handle, JsonGenerator out, SerializationContext context) {
		context.writeValue(out, handle.id());
	}

}

package dev.orm.boot.json;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.orm.model.GenericKey;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Writes a generic key as its two columns, as it is in a model; null if it points
 * nowhere. Thread-safe.
 */
@SuppressWarnings("rawtypes")
final class GenericKeySerializer extends ValueSerializer<GenericKey> {

	/** The names of the columns, as paths have them. */
	static final String TYPE = "type";

	static final String ID = "id";

	@Override
	public void serialize(GenericKey handle, JsonGenerator out, SerializationContext context) {
		if (handle.type() == null) {
			out.writeNull();
			return;
		}
		Map<String, @Nullable Object> columns = new LinkedHashMap<>();
		columns.put(ModelProperties.name(context.getConfig(), TYPE), handle.type());
		columns.put(ModelProperties.name(context.getConfig(), ID), handle.id());
		context.writeValue(out, columns);
	}

}

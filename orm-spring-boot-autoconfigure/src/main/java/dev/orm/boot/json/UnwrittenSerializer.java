package dev.orm.boot.json;

import dev.orm.RelatedManager;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Refuses to write the related rows of a handle: it would read them. Thread-safe. */
@SuppressWarnings("rawtypes")
final class UnwrittenSerializer extends ValueSerializer<RelatedManager> {

	@Override
	public void serialize(RelatedManager handle, JsonGenerator out, SerializationContext context) {
		context.reportMappingProblem(
				"A relation to many is not written, as JSON fetches nothing. hint: write its list(), or a record of what is needed");
	}

}

package dev.orm.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.orm.Row;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes rows in the form of section 9.2. */
final class InstanceWriter {

	private InstanceWriter() {
	}

	static JsonNode row(Model instance, NameScope scope) {
		InstanceState state = InstanceState.ifPresent(instance);
		Map<String, @Nullable Object> annotations = new LinkedHashMap<>(
				(state != null) ? state.annotations() : Map.of());
		annotations.keySet().removeIf(scope::isPrefetched);
		JsonNode key = ResultWriter.value(instance.pk());
		if (annotations.isEmpty()) {
			return key;
		}
		ObjectNode row = JsonNodeFactory.instance.objectNode();
		row.set("pk", key);
		annotations.forEach((name, value) -> row.set(scope.caseName(name), ResultWriter.value(value)));
		return row;
	}

	static JsonNode values(Row values, NameScope scope) {
		ObjectNode row = JsonNodeFactory.instance.objectNode();
		values.asMap().forEach((name, value) -> row.set(scope.caseName(name), ResultWriter.value(value)));
		return row;
	}

}

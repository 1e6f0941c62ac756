package dev.orm.model;

import java.util.Map;

import dev.orm.error.FieldException;
import org.jspecify.annotations.Nullable;

/** Reads annotations off an instance, or says which there are. */
final class Annotations {

	private Annotations() {
	}

	static @Nullable Object get(Model instance, String name) {
		Map<String, @Nullable Object> annotations = (instance.state != null) ? instance.state.annotations() : Map.of();
		if (!annotations.containsKey(name)) {
			throw new FieldException(
					"%s carries no annotation '%s'. Choices: %s. Was it an alias, or added after list()?"
						.formatted(instance.getClass().getSimpleName(), name, String.join(", ", annotations.keySet())));
		}
		return annotations.get(name);
	}

}

package dev.orm.model;

import java.util.Map;

import dev.orm.error.FieldException;
import dev.orm.error.detail.UnknownName;
import org.jspecify.annotations.Nullable;

/** Reads annotations off an instance, or says which there are. */
final class AnnotationValues {

	private AnnotationValues() {
	}

	static @Nullable Object get(Model instance, String name) {
		Map<String, @Nullable Object> annotations = (instance.state != null) ? instance.state.annotations() : Map.of();
		if (!annotations.containsKey(name)) {
			String model = instance.getClass().getSimpleName();
			throw new FieldException(
					"%s carries no annotation '%s'. Was it an alias, or added after list()?".formatted(model, name),
					UnknownName.of(model, name, annotations.keySet()));
		}
		return annotations.get(name);
	}

}

package dev.orm.load;

import dev.orm.meta.FieldModel;
import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import org.jspecify.annotations.Nullable;

/** Reads the raw value of a field: of a relation, its key. */
final class Keys {

	private Keys() {
	}

	static @Nullable Object value(Model instance, FieldModel field) {
		EntityBinding<Model> binding = EntityBinding.of(instance.getClass());
		Object value = binding.get(instance, field.index());
		return (value instanceof ToOne<?> handle) ? handle.id() : value;
	}

}

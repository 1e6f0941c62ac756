package dev.orm.persist;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.error.QueryValueException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** Decides which fields a save may write: those named, else those that are loaded. */
final class UpdateFields {

	private UpdateFields() {
	}

	/** Return the fields a save is restricted to; null for all. */
	static @Nullable Set<FieldModel> restriction(EntityModel model, Model instance, SaveOptions options,
			boolean adding) {
		if (options.updateFields() != null) {
			return named(model, options.updateFields());
		}
		InstanceState state = InstanceState.ifPresent(instance);
		if (state == null || state.deferred().isEmpty() || options.forceInsert() || adding) {
			return null;
		}
		BitSet deferred = state.deferred();
		return model.fields().stream().filter((field) -> !deferred.get(field.index())).collect(Collectors.toSet());
	}

	private static Set<FieldModel> named(EntityModel model, List<String> names) {
		Set<FieldModel> fields = new LinkedHashSet<>();
		List<String> wrong = new ArrayList<>();
		for (String name : names) {
			model.field(name)
				.filter((field) -> !field.primaryKey())
				.ifPresentOrElse(fields::add, () -> wrong.add(name));
		}
		if (!wrong.isEmpty()) {
			throw new QueryValueException("""
					The following fields do not exist in model %s, are many-to-many fields or primary keys: %s.
					  choices: %s""".formatted(model, wrong, choices(model)));
		}
		return fields;
	}

	static List<String> choices(EntityModel model) {
		return model.fields().stream().filter((field) -> !field.primaryKey()).map(FieldModel::name).toList();
	}

}

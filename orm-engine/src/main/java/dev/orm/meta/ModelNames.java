package dev.orm.meta;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import dev.orm.model.ModelDescription;

/**
 * Names models: by the simple name of the class, after the group where several models
 * have that one, and in full where a group has several. Django's {@code app.Model}.
 */
final class ModelNames {

	/** How many models go by a name. */
	private final Map<String, Integer> uses = new HashMap<>();

	ModelNames(Collection<ModelDescription> models) {
		for (ModelDescription model : models) {
			for (String name : candidates(model)) {
				this.uses.put(name, this.uses.getOrDefault(name, 0) + 1);
			}
		}
	}

	/** The shortest name no other model goes by. */
	String of(ModelDescription model) {
		for (String name : candidates(model)) {
			if (this.uses.getOrDefault(name, 0) == 1) {
				return name;
			}
		}
		throw new ModelDefinitionException("Model %s is listed twice".formatted(model.type().getName()),
				Subject.ofModel(model.type().getSimpleName()));
	}

	private static Set<String> candidates(ModelDescription model) {
		String simple = model.type().getSimpleName();
		return new LinkedHashSet<>(List.of(simple, model.group() + "." + simple, model.type().getName()));
	}

	/** All names, short and long, and the models that go by each. */
	static Map<String, Set<EntityModel>> index(Collection<EntityModel> models) {
		Map<String, Set<EntityModel>> index = new LinkedHashMap<>();
		for (EntityModel model : models) {
			Set<String> names = new LinkedHashSet<>(Set.of(model.name()));
			if (!model.autoCreated()) {
				names.addAll(candidates(model.description()));
			}
			for (String name : names) {
				Set<EntityModel> named = index.getOrDefault(name, new LinkedHashSet<>());
				named.add(model);
				index.put(name, named);
			}
		}
		return index;
	}

}

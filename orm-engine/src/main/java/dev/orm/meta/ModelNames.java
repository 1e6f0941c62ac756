package dev.orm.meta;

import java.util.ArrayList;
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

	/** Each name once; a loop over a list, as every start asks three times. */
	private static List<String> candidates(ModelDescription model) {
		String simple = model.type().getSimpleName();
		String full = model.type().getName();
		String grouped = model.group() + "." + simple;
		List<String> names = new ArrayList<>(3);
		names.add(simple);
		names.add(grouped);
		if (!full.equals(grouped) && !full.equals(simple)) {
			names.add(full);
		}
		return names;
	}

	/** All names, short and long, and the models that go by each. */
	static Map<String, Set<EntityModel>> index(Collection<EntityModel> models) {
		Map<String, Set<EntityModel>> index = new LinkedHashMap<>();
		for (EntityModel model : models) {
			add(index, model.name(), model);
			if (!model.autoCreated()) {
				for (String name : candidates(model.description())) {
					add(index, name, model);
				}
			}
		}
		return index;
	}

	/** Almost every name is that of one model. */
	private static void add(Map<String, Set<EntityModel>> index, String name, EntityModel model) {
		Set<EntityModel> named = index.putIfAbsent(name, Set.of(model));
		if (named != null && !named.contains(model)) {
			Set<EntityModel> more = new LinkedHashSet<>(named);
			more.add(model);
			index.put(name, more);
		}
	}

}

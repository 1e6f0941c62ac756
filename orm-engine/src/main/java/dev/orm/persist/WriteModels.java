package dev.orm.persist;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.Model;

/** Finds the {@link WriteModel} of an instance, made once. Thread-safe. */
final class WriteModels {

	private final ModelRegistry registry;

	private final Map<EntityModel, WriteModel> models = new ConcurrentHashMap<>();

	WriteModels(ModelRegistry registry) {
		this.registry = registry;
	}

	WriteModel of(Model instance) {
		return of(this.registry.model(instance.getClass()));
	}

	WriteModel of(EntityModel model) {
		WriteModel known = this.models.get(model);
		return (known != null) ? known : this.models.computeIfAbsent(model, WriteModel::of);
	}

	EntityModel model(Model instance) {
		return this.registry.model(instance.getClass());
	}

}

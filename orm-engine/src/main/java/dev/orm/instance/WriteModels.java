package dev.orm.instance;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.Model;

/** Finds the {@link WriteModel} of an instance, made once. Thread-safe. */
public final class WriteModels {

	private final ModelRegistry registry;

	private final Map<EntityModel, WriteModel> models = new ConcurrentHashMap<>();

	public WriteModels(ModelRegistry registry) {
		this.registry = registry;
	}

	public WriteModel of(Model instance) {
		return of(this.registry.model(instance.getClass()));
	}

	public WriteModel of(EntityModel model) {
		WriteModel known = this.models.get(model);
		return (known != null) ? known : this.models.computeIfAbsent(model, WriteModel::of);
	}

	public EntityModel model(Model instance) {
		return this.registry.model(instance.getClass());
	}

}

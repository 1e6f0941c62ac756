package dev.orm;

import java.util.List;
import java.util.Map;

import dev.orm.model.Model;
import dev.orm.routing.Route;
import dev.orm.validate.ValidationErrors;
import dev.orm.validate.ValidationOptions;
import dev.orm.validate.form.FormRows;

/**
 * What forms do with the rows of a manager: they save an instance, and what it is related
 * to. Thread-safe.
 *
 * @param <T> the model
 */
final class FilledRows<T extends Model> implements FormRows<T> {

	private final AbstractManager<T, ?> manager;

	FilledRows(AbstractManager<T, ?> manager) {
		this.manager = manager;
	}

	@Override
	public ValidationErrors validate(T instance, ValidationOptions how) {
		return this.manager.validate(instance, (all) -> how);
	}

	@Override
	public Route route(T instance) {
		return this.manager.recipe().written(instance);
	}

	@Override
	public Route route() {
		return this.manager.recipe().asked().decided();
	}

	@Override
	public void save(T instance, Map<String, List<Object>> related) {
		if (related.isEmpty()) {
			this.manager.save(instance);
			return;
		}
		this.manager.recipe().orm().atomic().using(route(instance).alias()).run(() -> {
			this.manager.save(instance);
			related.forEach((accessor, keys) -> RelatedManager.of(instance, accessor).setKeys(keys));
		});
	}

}

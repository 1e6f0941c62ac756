package dev.orm;

import java.util.List;

import dev.orm.expression.Assignment;
import dev.orm.model.Model;
import dev.orm.persist.Getting;
import dev.orm.routing.Route;

/**
 * A manager of the rows of another one, in the database it was told.
 *
 * @param <T> the model
 * @param <S> the querysets
 */
final class RoutedManager<T extends Model, S extends AbstractQuerySet<T, S>> extends AbstractManager<T, S> {

	private final AbstractManager<T, S> manager;

	private final Route route;

	RoutedManager(AbstractManager<T, S> manager, Route route) {
		this.manager = manager;
		this.route = route;
	}

	@Override
	public Class<T> modelType() {
		return this.manager.modelType();
	}

	@Override
	protected S getQuerySet() {
		return this.manager.getQuerySet().using(this.route);
	}

	@Override
	T created(Recipe recipe, List<Assignment<?>> assignments) {
		return this.manager.created(recipe, assignments);
	}

	@Override
	Getting<T> gotOrCreated(Recipe recipe, List<Assignment<?>> lookups, List<Assignment<?>> defaults) {
		return this.manager.gotOrCreated(recipe, lookups, defaults);
	}

	@Override
	Getting<T> updatedOrCreated(Recipe recipe, List<Assignment<?>> lookups, List<Assignment<?>> values,
			List<Assignment<?>> createDefaults) {
		return this.manager.updatedOrCreated(recipe, lookups, values, createDefaults);
	}

	@Override
	void forgetRows() {
		this.manager.forgetRows();
	}

}

package dev.orm;

import dev.orm.model.Model;
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

}

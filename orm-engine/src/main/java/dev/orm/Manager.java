package dev.orm;

import dev.orm.model.Model;

/**
 * The manager of a model without one of its own. A bean of it is there for each model.
 * Thread-safe. Django's default {@code objects}.
 *
 * @param <T> the model
 */
public final class Manager<T extends Model> extends AbstractManager<T, QuerySet<T>> {

	private final Class<T> type;

	/**
	 * Create a manager.
	 * @param orm what it works on
	 * @param type the model
	 */
	public Manager(Orm orm, Class<T> type) {
		this.type = type;
		bind(orm);
	}

	@Override
	public Class<T> modelType() {
		return this.type;
	}

	@Override
	QuerySet<T> newQuerySet() {
		return new QuerySet<>();
	}

}

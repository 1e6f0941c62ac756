package dev.orm;

import java.util.function.Supplier;

import dev.orm.model.Model;

/**
 * The manager of a model without one of its own. A bean of it is there for each model.
 * Thread-safe. Django's default {@code objects}.
 *
 * @param <T> the model
 */
public final class Manager<T extends Model> extends AbstractManager<T, QuerySet<T>> {

	private final Class<T> type;

	private final Supplier<Orm> orm;

	/**
	 * Create a manager.
	 * @param orm what it works on
	 * @param type the model
	 */
	public Manager(Orm orm, Class<T> type) {
		this(() -> orm, type);
		bind(orm);
	}

	/**
	 * Create a manager that is bound when it is first used.
	 * @param orm finds what it works on, each time the same
	 * @param type the model
	 */
	public Manager(Supplier<Orm> orm, Class<T> type) {
		this.type = type;
		this.orm = orm;
	}

	@Override
	QuerySet<T> firstUse() {
		return bind(this.orm.get());
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

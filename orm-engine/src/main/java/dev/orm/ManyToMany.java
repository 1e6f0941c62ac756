package dev.orm;

import java.util.List;

import dev.orm.expression.Assignment;
import dev.orm.model.Model;

/**
 * The handle of a many-to-many relation, declared as a field of a model: the manager of
 * the rows related to one instance. It is there from the birth of the instance, and used
 * by one thread at a time, as the instance. Django's {@code ManyToManyField}.
 *
 * @param <T> the related model
 */
public sealed class ManyToMany<T extends Model> extends RelatedManager<T> permits ManyToMany.Joining {

	private ManyToMany(Model owner, String accessor) {
		super(owner, accessor);
	}

	/**
	 * Create the handle of an instance. For generated code and the engine.
	 * @param <T> the related model
	 * @param owner the instance
	 * @param accessor the relation
	 * @return a handle
	 */
	public static <T extends Model> ManyToMany<T> of(Model owner, String accessor) {
		return new ManyToMany<>(owner, accessor);
	}

	/** A handle that gives new join rows attributes. */
	static final class Joining<T extends Model> extends ManyToMany<T> {

		private final List<Assignment<?>> defaults;

		Joining(Model owner, String accessor, List<Assignment<?>> defaults) {
			super(owner, accessor);
			this.defaults = defaults;
		}

		@Override
		List<Assignment<?>> joining() {
			return this.defaults;
		}

	}

}

package dev.orm;

import dev.orm.model.Model;
import dev.orm.persist.Deleted;
import org.jspecify.annotations.Nullable;

/**
 * A queryset of instances; extend it to give a model's querysets methods of their own. A
 * subclass has a no-argument constructor and no state. Immutable, safe to share between
 * threads.
 *
 * @param <T> the model
 * @param <S> the subclass itself
 */
public abstract class AbstractQuerySet<T extends Model, S extends AbstractQuerySet<T, S>> extends Instances<T, S>
		implements ReadRows<T>, Cloneable {

	private @Nullable Recipe recipe;

	/** Create a queryset that is not bound yet; managers bind it. */
	protected AbstractQuerySet() {
	}

	@Override
	@SuppressWarnings("unchecked")
	final S rows() {
		return (S) this;
	}

	@Override
	final Recipe recipe() {
		if (this.recipe == null) {
			throw new IllegalStateException(getClass().getName() + " is not bound: get querysets from a manager");
		}
		return this.recipe;
	}

	@Override
	final S bound(Recipe to) {
		S copy = copied();
		AbstractQuerySet<T, S> queryset = copy;
		queryset.recipe = to;
		return copy;
	}

	@Override
	public final S all() {
		return bound(recipe().anew());
	}

	/**
	 * Delete all rows and what depends on them. Where the model has a
	 * {@code @SoftDelete}, they are marked, and so are those a cascade leads to that have
	 * one.
	 * @return what was deleted
	 * @throws dev.orm.error.ProtectedException if a protecting relation refers to what
	 * would go
	 */
	public final Deleted delete() {
		Recipe asked = recipe();
		return asked.orm().persistence().deleter().delete(asked.spec(), asked.written());
	}

	/**
	 * Remove all rows and what depends on them, whether they have marks of deletion or
	 * not: {@code products.onlyDeleted().hardDelete()} is what empties the bin.
	 * @return what was removed
	 * @throws dev.orm.error.ProtectedException if a protecting relation refers to what
	 * would go
	 */
	public final Deleted hardDelete() {
		Recipe asked = recipe();
		return asked.orm().persistence().deleter().remove(asked.spec(), asked.written());
	}

	/**
	 * Take back the marks of deletion from all rows, and from those that were marked with
	 * them: {@code products.onlyDeleted().filter(…).restore()}.
	 * @return which rows live again
	 * @throws dev.orm.error.IllegalQueryException if the model has no {@code @SoftDelete}
	 * @throws dev.orm.error.UniqueViolationException if a row that lives has what must be
	 * unique
	 */
	public final Deleted restore() {
		Recipe asked = recipe();
		return asked.orm().persistence().deleter().restore(asked.spec(), asked.written());
	}

}

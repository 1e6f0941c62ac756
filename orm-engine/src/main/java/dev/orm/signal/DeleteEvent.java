package dev.orm.signal;

import java.util.Optional;

import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * A row is about to be deleted, or was.
 *
 * @param <T> the model
 */
public abstract sealed class DeleteEvent<T extends Model> extends ModelEvent<T> permits PreDelete, PostDelete {

	private final @Nullable Model origin;

	private final boolean soft;

	DeleteEvent(EntityModel model, T instance, Deletion deletion) {
		super(instance, deletion.route().alias(), model.javaType());
		this.origin = deletion.origin();
		this.soft = deletion.soft();
	}

	/**
	 * Return the instance that delete was called with; others go along with it.
	 * @return the instance; empty if a queryset was deleted
	 */
	public final Optional<Model> origin() {
		return Optional.ofNullable(this.origin);
	}

	/**
	 * Return whether the row is marked as deleted, by {@code @SoftDelete}.
	 * @return false if it is removed
	 */
	public final boolean soft() {
		return this.soft;
	}

}

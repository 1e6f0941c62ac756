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

	DeleteEvent(EntityModel model, T instance, Deletion deletion) {
		super(instance, deletion.route().alias(), model.javaType());
		this.origin = deletion.origin();
	}

	/**
	 * Return the instance that delete was called with; others go along with it.
	 * @return the instance; empty if a queryset was deleted
	 */
	public final Optional<Model> origin() {
		return Optional.ofNullable(this.origin);
	}

}

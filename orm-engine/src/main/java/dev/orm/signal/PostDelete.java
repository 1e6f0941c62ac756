package dev.orm.signal;

import java.util.Optional;

import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * A row was deleted, and that is not yet committed. The instance still has its key. An
 * exception undoes the delete. Django's {@code post_delete}.
 *
 * @param <T> the model
 */
public final class PostDelete<T extends Model> extends ModelEvent<T> {

	private final @Nullable Model origin;

	PostDelete(EntityModel model, T instance, Deletion deletion) {
		super(instance, deletion.route().alias(), model.javaType());
		this.origin = deletion.origin();
	}

	/**
	 * Return the instance that delete was called with; others go along with it.
	 * @return the instance; empty if a queryset was deleted
	 */
	public Optional<Model> origin() {
		return Optional.ofNullable(this.origin);
	}

}

package dev.orm.signal;

import java.util.Optional;

import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * A row is about to be deleted: by the delete of its instance, of a queryset or of a row
 * it belongs to. All of them are told before the first statement; an exception is a veto.
 * Django's {@code pre_delete}.
 *
 * @param <T> the model
 */
public final class PreDelete<T extends Model> extends ModelEvent<T> {

	private final @Nullable Model origin;

	PreDelete(EntityModel model, T instance, Deletion deletion) {
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

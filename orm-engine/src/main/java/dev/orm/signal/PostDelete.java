package dev.orm.signal;

import dev.orm.meta.EntityModel;
import dev.orm.model.Model;

/**
 * A row was deleted, and that is not yet committed. The instance still has its key. An
 * exception undoes the delete. Django's {@code post_delete}.
 *
 * @param <T> the model
 */
public final class PostDelete<T extends Model> extends DeleteEvent<T> {

	PostDelete(EntityModel model, T instance, Deletion deletion) {
		super(model, instance, deletion);
	}

}

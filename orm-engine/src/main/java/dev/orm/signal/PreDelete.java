package dev.orm.signal;

import dev.orm.meta.EntityModel;
import dev.orm.model.Model;

/**
 * A row is about to be deleted: by the delete of its instance, of a queryset or of a row
 * it belongs to. All of them are told before the first statement; an exception is a veto.
 * Django's {@code pre_delete}.
 *
 * @param <T> the model
 */
public final class PreDelete<T extends Model> extends DeleteEvent<T> {

	PreDelete(EntityModel model, T instance, Deletion deletion) {
		super(model, instance, deletion);
	}

}

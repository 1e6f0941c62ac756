package dev.orm.signal;

import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import dev.orm.model.Saving;
import org.jspecify.annotations.Nullable;

/**
 * An instance was saved: its row is written, and not yet committed. An exception undoes
 * the save. Django's {@code post_save}.
 *
 * @param <T> the model
 */
public final class PostSave<T extends Model> extends ModelEvent<T> {

	private final Saving saving;

	PostSave(EntityModel model, T instance, Saving saving) {
		super(instance, saving.database(), model.javaType());
		this.saving = saving;
	}

	/**
	 * Return whether the row is new.
	 * @return false if it was updated
	 */
	public boolean created() {
		return this.saving.inserting();
	}

	/**
	 * Return the only attributes that were updated.
	 * @return their names; null for all
	 */
	public @Nullable List<String> updateFields() {
		return this.saving.updateFields();
	}

}

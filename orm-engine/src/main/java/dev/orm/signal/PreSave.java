package dev.orm.signal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import dev.orm.model.Saving;
import org.jspecify.annotations.Nullable;

/**
 * An instance is about to be saved. What a listener sets on it is saved; an exception is
 * a veto. Django's {@code pre_save}.
 *
 * @param <T> the model
 */
public final class PreSave<T extends Model> extends ModelEvent<T> {

	private final Saving saving;

	private final Supplier<Optional<Model>> stored;

	PreSave(EntityModel model, T instance, Saving saving, Supplier<Optional<Model>> stored) {
		super(instance, saving.database(), model.javaType());
		this.saving = saving;
		this.stored = stored;
	}

	/**
	 * Return whether the instance counts as new: it was neither loaded from nor saved to
	 * this database.
	 * @return true if it does
	 */
	public boolean inserting() {
		return this.saving.inserting();
	}

	/**
	 * Return the only attributes that are to be updated.
	 * @return their names; null for all
	 */
	public @Nullable List<String> updateFields() {
		return this.saving.updateFields();
	}

	/**
	 * Read the row as it is before the save: one SELECT for each call.
	 * @return another instance of the row; empty if there is none
	 */
	@SuppressWarnings("unchecked")
	public Optional<T> stored() {
		return (Optional<T>) this.stored.get();
	}

}

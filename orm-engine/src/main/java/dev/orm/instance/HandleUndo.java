package dev.orm.instance;

import java.lang.ref.WeakReference;

import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import org.jspecify.annotations.Nullable;

/**
 * The handle a relation had before a write replaced it. Running it puts the handle back,
 * for a transaction that rolled back; one that the user set since then stays. Used by one
 * thread.
 */
final class HandleUndo implements Runnable {

	private final EntityBinding<Model> binding;

	private final WeakReference<Model> instance;

	private final int field;

	private final @Nullable Object before;

	private final WeakReference<Object> placed;

	private HandleUndo(EntityBinding<Model> binding, Model instance, int field, Object placed) {
		this.binding = binding;
		this.instance = new WeakReference<>(instance);
		this.field = field;
		this.before = binding.get(instance, field);
		this.placed = new WeakReference<>(placed);
	}

	/**
	 * Replace the handle of a relation.
	 * @param binding the binding of the instance's model
	 * @param instance the instance
	 * @param field the index of the relation
	 * @param handle the handle it gets
	 * @return to be run if that is undone
	 */
	public static HandleUndo replace(EntityBinding<Model> binding, Model instance, int field, ToOne<?> handle) {
		HandleUndo undo = new HandleUndo(binding, instance, field, handle);
		binding.set(instance, field, handle);
		return undo;
	}

	@Override
	@SuppressWarnings("ReferenceEquality") // another handle of the same key is another's
	public void run() {
		Model owner = this.instance.get();
		if (owner != null && this.binding.get(owner, this.field) == this.placed.get()) {
			this.binding.set(owner, this.field, this.before);
		}
	}

}

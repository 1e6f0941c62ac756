package dev.orm.instance;

import java.lang.ref.WeakReference;
import java.util.Map;

import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * What the other side of a one-to-one knew before an instance was saved that points to
 * it. Running it makes it know that again, for a transaction that rolled back. Used by
 * one thread.
 */
public final class BackUndo implements Runnable {

	private final WeakReference<Model> target;

	private final String accessor;

	private final WeakReference<Model> instance;

	private final boolean known;

	private final @Nullable Object before;

	private BackUndo(Model target, String accessor, Model instance) {
		Map<String, @Nullable Object> related = InstanceState.of(target).related();
		this.target = new WeakReference<>(target);
		this.accessor = accessor;
		this.instance = new WeakReference<>(instance);
		this.known = related.containsKey(accessor);
		this.before = related.get(accessor);
	}

	/**
	 * Let the other side know an instance.
	 * @param target the other side
	 * @param accessor its accessor
	 * @param instance the instance it leads to from now on
	 * @return to be run if that is undone
	 */
	public static BackUndo point(Model target, String accessor, Model instance) {
		BackUndo undo = new BackUndo(target, accessor, instance);
		InstanceState.of(target).related().put(accessor, instance);
		return undo;
	}

	@Override
	@SuppressWarnings("ReferenceEquality") // another instance of the same row is
											// another's
	public void run() {
		Model other = this.target.get();
		if (other == null || InstanceState.of(other).related().get(this.accessor) != this.instance.get()) {
			return;
		}
		if (this.known) {
			InstanceState.of(other).related().put(this.accessor, this.before);
		}
		else {
			InstanceState.of(other).forget(this.accessor);
		}
	}

}

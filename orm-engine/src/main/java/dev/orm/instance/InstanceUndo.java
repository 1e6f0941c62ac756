package dev.orm.instance;

import java.lang.ref.WeakReference;
import java.util.Collection;

import dev.orm.model.EntityBinding;
import dev.orm.model.InstanceState;
import dev.orm.model.LoadContext;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * How instances were before a write: whether and where they were saved, and those of its
 * fields that a write alone sets, which are the key and the version. Running it makes
 * them so again, for a transaction that rolled back; what the user set stays. Django
 * leaves instances as the failed block made them. Instances nobody holds any more are not
 * kept. Used by one thread.
 */
public final class InstanceUndo implements Runnable {

	private final EntityBinding<Model> binding;

	private final int[] fields;

	/** The instances, or weak references to them. */
	private final Object[] instances;

	private final @Nullable LoadContext[] contexts;

	/** The values of the fields, instance by instance. */
	private final @Nullable Object[] values;

	private InstanceUndo(EntityBinding<Model> binding, int[] fields, int instances) {
		this.binding = binding;
		this.fields = fields;
		this.instances = new Object[instances];
		this.contexts = new LoadContext[instances];
		this.values = new Object[instances * fields.length];
	}

	/**
	 * Remember how instances are.
	 * @param binding the binding of their model
	 * @param fields the indexes of the fields a write sets
	 * @param instances the instances
	 * @param outlives whether this may live longer than the call that holds the
	 * instances; it then holds them weakly
	 * @return to be run if what follows is undone
	 */
	public static InstanceUndo of(EntityBinding<Model> binding, int[] fields, Collection<? extends Model> instances,
			boolean outlives) {
		InstanceUndo undo = new InstanceUndo(binding, fields, instances.size());
		int at = 0;
		for (Model instance : instances) {
			undo.remember(at, instance, outlives ? new WeakReference<>(instance) : instance);
			at++;
		}
		return undo;
	}

	private void remember(int at, Model instance, Object held) {
		this.instances[at] = held;
		this.contexts[at] = InstanceState.context(instance);
		for (int i = 0; i < this.fields.length; i++) {
			this.values[at * this.fields.length + i] = this.binding.get(instance, this.fields[i]);
		}
	}

	@Override
	public void run() {
		for (int at = 0; at < this.instances.length; at++) {
			Object held = this.instances[at];
			Object instance = (held instanceof WeakReference<?> weak) ? weak.get() : held;
			if (instance != null) {
				restore((Model) instance, at);
			}
		}
	}

	private void restore(Model instance, int at) {
		InstanceState.attach(instance, this.contexts[at]);
		for (int i = 0; i < this.fields.length; i++) {
			this.binding.set(instance, this.fields[i], this.values[at * this.fields.length + i]);
		}
	}

}

package dev.orm.model;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How instances were before a write: whether and where they were saved, and the fields a
 * write sets by itself, which are the key and the version. Running it makes them so
 * again, for a transaction that rolled back; what the user set stays. Django leaves
 * instances as the failed block made them. Instances nobody holds any more are not kept.
 * Used by one thread.
 */
public final class InstanceUndo implements Runnable {

	private final EntityBinding<Model> binding;

	private final int[] fields;

	private final List<Before> instances;

	private InstanceUndo(EntityBinding<Model> binding, int[] fields, List<Before> instances) {
		this.binding = binding;
		this.fields = fields;
		this.instances = instances;
	}

	/**
	 * Remember how instances are.
	 * @param binding the binding of their model
	 * @param fields the indexes of the fields a write sets
	 * @param instances the instances
	 * @return to be run if what follows is undone
	 */
	public static InstanceUndo of(EntityBinding<Model> binding, int[] fields, Collection<? extends Model> instances) {
		List<Before> before = new ArrayList<>(instances.size());
		for (Model instance : instances) {
			@Nullable Object[] values = new Object[fields.length];
			for (int i = 0; i < fields.length; i++) {
				values[i] = binding.get(instance, fields[i]);
			}
			before.add(new Before(new WeakReference<>(instance), InstanceState.context(instance), values));
		}
		return new InstanceUndo(binding, fields, before);
	}

	@Override
	public void run() {
		for (Before before : this.instances) {
			Model instance = before.instance().get();
			if (instance != null) {
				restore(instance, before);
			}
		}
	}

	private void restore(Model instance, Before before) {
		InstanceState.attach(instance, before.context());
		for (int i = 0; i < this.fields.length; i++) {
			this.binding.set(instance, this.fields[i], before.values()[i]);
		}
	}

	@SuppressWarnings("ArrayRecordComponent") // never compared, made for each instance
	private record Before(WeakReference<Model> instance, @Nullable LoadContext context, @Nullable Object[] values) {

	}

}

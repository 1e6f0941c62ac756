package dev.orm.load;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;

import dev.orm.meta.FieldModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an instance before they were read again, or a write set them by itself.
 * Running it makes them so again, once, for a transaction that rolled back: what they got
 * may never have been stored. What the user set since then stays. Used by one thread.
 */
public final class ValuesUndo implements Runnable {

	private final WeakReference<Model> instance;

	private final List<FieldModel> fields;

	private final @Nullable Object[] before;

	private final boolean[] deferred;

	/** What the fields got; null until they are known to have got it. */
	private @Nullable Object @Nullable [] got;

	/**
	 * Remember fields as they are now.
	 * @param instance the instance, which is not kept from being collected
	 * @param fields its fields that are about to change
	 */
	public ValuesUndo(Model instance, List<FieldModel> fields) {
		this.instance = new WeakReference<>(instance);
		this.fields = fields;
		this.before = values(instance);
		this.deferred = new boolean[fields.size()];
		InstanceState state = InstanceState.ifPresent(instance);
		for (int i = 0; state != null && i < this.deferred.length; i++) {
			this.deferred[i] = state.deferred().get(fields.get(i).index());
		}
	}

	/** Remember what the fields got: only that is undone. */
	public void changed() {
		Model changed = this.instance.get();
		this.got = (changed != null) ? values(changed) : null;
	}

	private @Nullable Object[] values(Model instance) {
		@Nullable Object[] values = new Object[this.fields.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.fields.get(i).value(instance);
		}
		return values;
	}

	@Override
	public void run() {
		Model changed = this.instance.get();
		@Nullable Object[] now = (changed != null) ? values(changed) : new Object[0];
		for (int i = 0; changed != null && i < now.length; i++) {
			if (this.got == null || Objects.equals(now[i], this.got[i])) {
				restore(changed, i);
			}
		}
		this.instance.clear();
	}

	private void restore(Model changed, int at) {
		FieldModel field = this.fields.get(at);
		field.set(changed, this.before[at]);
		if (this.deferred[at]) {
			InstanceState.of(changed).deferred().set(field.index());
		}
	}

}

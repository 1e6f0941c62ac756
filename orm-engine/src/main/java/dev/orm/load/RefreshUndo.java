package dev.orm.load;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;

import dev.orm.meta.FieldModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an instance before they were read again. Running it makes them so again,
 * for a transaction that rolled back: what it read, the version among it, may never have
 * been stored. What the user set since then stays. Used by one thread.
 */
final class RefreshUndo implements Runnable {

	private final WeakReference<Model> instance;

	private final List<FieldModel> fields;

	private final @Nullable Object[] before;

	private final boolean[] deferred;

	private @Nullable Object[] read = new Object[0];

	RefreshUndo(Model instance, List<FieldModel> fields) {
		this.instance = new WeakReference<>(instance);
		this.fields = fields;
		this.before = values(instance);
		this.deferred = new boolean[fields.size()];
		InstanceState state = InstanceState.ifPresent(instance);
		for (int i = 0; state != null && i < this.deferred.length; i++) {
			this.deferred[i] = state.deferred().get(fields.get(i).index());
		}
	}

	/** Remember what was read. */
	void read(Model instance) {
		this.read = values(instance);
	}

	private @Nullable Object[] values(Model instance) {
		return this.fields.stream().map((field) -> field.value(instance)).toArray();
	}

	@Override
	public void run() {
		Model refreshed = this.instance.get();
		@Nullable Object[] now = (refreshed != null) ? values(refreshed) : new Object[0];
		for (int i = 0; refreshed != null && i < this.read.length; i++) {
			if (Objects.equals(now[i], this.read[i])) {
				restore(refreshed, i);
			}
		}
	}

	private void restore(Model refreshed, int at) {
		FieldModel field = this.fields.get(at);
		field.set(refreshed, this.before[at]);
		if (this.deferred[at]) {
			InstanceState.of(refreshed).deferred().set(field.index());
		}
	}

}

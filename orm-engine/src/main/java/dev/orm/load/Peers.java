package dev.orm.load;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Some instances of a result, held weakly, with a way to the others: a leaf, or a knot,
 * of a tree whose branches are weak downwards and strong upwards. An instance holds its
 * leaf, so that one kept out of a large result retains a few dozen references and not one
 * for each row. Not thread-safe, as the instances.
 */
final class Peers {

	private static final int WIDTH = 32;

	/** Most results are small; what comes behind a full leaf is not. */
	private static final int FIRST = 4;

	private @Nullable Peers above;

	/** Instances of a leaf, {@code Peers} of a knot. */
	private @Nullable WeakReference<?>[] below;

	private int size;

	Peers() {
		this(FIRST);
	}

	private Peers(int room) {
		this.below = new WeakReference<?>[room];
	}

	/**
	 * Take in an instance.
	 * @return the leaf that holds it: this, or one after it
	 */
	Peers add(Model instance) {
		Peers leaf = (this.size < WIDTH) ? this : next();
		leaf.append(instance);
		return leaf;
	}

	private void append(Object member) {
		if (this.size == this.below.length) {
			this.below = Arrays.copyOf(this.below, Math.min(WIDTH, 2 * this.size));
		}
		this.below[this.size++] = new WeakReference<>(member);
	}

	private Peers next() {
		if (this.above == null) {
			this.above = new Peers();
			this.above.append(this);
		}
		Peers knot = (this.above.size < WIDTH) ? this.above : this.above.next();
		Peers next = new Peers(WIDTH);
		next.above = knot;
		knot.append(next);
		return next;
	}

	/**
	 * Return all instances of the result that somebody still holds.
	 * @return the instances, in the order they came
	 */
	List<Model> alive() {
		List<Model> alive = new ArrayList<>();
		Peers root = this;
		while (root.above != null) {
			root = root.above;
		}
		root.collect(alive);
		return alive;
	}

	private void collect(List<Model> alive) {
		for (int i = 0; i < this.size; i++) {
			WeakReference<?> reference = this.below[i];
			Object member = (reference != null) ? reference.get() : null;
			if (member instanceof Peers group) {
				group.collect(alive);
			}
			else if (member instanceof Model instance) {
				alive.add(instance);
			}
		}
	}

}

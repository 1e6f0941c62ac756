package dev.orm.execute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What undoes in memory the changes of a transaction, the latest first, with marks for
 * savepoints. Used by one thread.
 */
final class MemoryUndo {

	private final List<Runnable> changes = new ArrayList<>(0);

	private final Map<Object, Integer> marks = new HashMap<>(0);

	void add(Runnable change) {
		this.changes.add(change);
	}

	void mark(Object savepoint) {
		this.marks.put(savepoint, this.changes.size());
	}

	/** A savepoint without a mark is older than the first change. */
	void undoAfter(Object savepoint) {
		undoTo(this.marks.getOrDefault(savepoint, 0));
	}

	void undoAll() {
		undoTo(0);
	}

	private void undoTo(int kept) {
		for (int i = this.changes.size() - 1; i >= kept; i--) {
			this.changes.remove(i).run();
		}
	}

}

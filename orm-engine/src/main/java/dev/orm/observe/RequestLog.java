package dev.orm.observe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Keeps the last hundred requests and jobs that asked a database. Thread-safe. */
public final class RequestLog implements Consumer<EndedWork> {

	private static final int KEPT = 100;

	private final Deque<EndedWork> last = new ArrayDeque<>(KEPT);

	@Override
	public void accept(EndedWork work) {
		if (work.queries() == 0) {
			return;
		}
		synchronized (this.last) {
			if (this.last.size() == KEPT) {
				this.last.removeLast();
			}
			this.last.addFirst(work);
		}
	}

	/**
	 * Return the last hundred.
	 * @return the requests and jobs, the latest first
	 */
	public List<EndedWork> last() {
		synchronized (this.last) {
			return Collections.unmodifiableList(new ArrayList<>(this.last));
		}
	}

}

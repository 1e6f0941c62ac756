package dev.orm.execute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What to do after a commit, in order, with marks for savepoints. Django's
 * {@code run_on_commit} list. Used by one thread.
 */
final class CommitHooks {

	private static final Logger logger = LoggerFactory.getLogger(CommitHooks.class);

	private final List<Runnable> hooks = new ArrayList<>(0);

	private final Map<Object, Integer> marks = new HashMap<>(0);

	void add(Runnable hook, boolean robust) {
		this.hooks.add(robust ? () -> runRobustly(hook) : hook);
	}

	boolean isEmpty() {
		return this.hooks.isEmpty();
	}

	void mark(Object savepoint) {
		this.marks.put(savepoint, this.hooks.size());
	}

	void discardAfter(Object savepoint) {
		// a savepoint without a mark is older than the first hook
		int kept = this.marks.getOrDefault(savepoint, 0);
		this.hooks.subList(kept, this.hooks.size()).clear();
	}

	List<Runnable> waiting() {
		return List.copyOf(this.hooks);
	}

	Runnable take() {
		List<Runnable> taken = List.copyOf(this.hooks);
		this.hooks.clear();
		return () -> taken.forEach(Runnable::run);
	}

	static void runRobustly(Runnable hook) {
		try {
			hook.run();
		}
		catch (RuntimeException ex) {
			logger.error("Error calling {} in on-commit hook", hook, ex);
		}
	}

}

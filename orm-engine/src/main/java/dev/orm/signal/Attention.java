package dev.orm.signal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import dev.orm.model.Model;

/**
 * What one thread pays attention to: events that are muted, captured, and being handled.
 * Of that thread only.
 */
final class Attention {

	/** How deep saves of one instance may be in each other. */
	private static final int DEEPEST = 16;

	private final List<Set<Class<?>>> muted = new ArrayList<>();

	private final List<List<ModelEvent<?>>> captured = new ArrayList<>();

	/** Where instances are saved from, the innermost occasion last. */
	private final IdentityHashMap<Model, Deque<String>> occasions = new IdentityHashMap<>();

	List<Set<Class<?>>> muted() {
		return this.muted;
	}

	List<List<ModelEvent<?>>> captured() {
		return this.captured;
	}

	boolean isMuted(Class<?> kind) {
		return this.muted.stream()
			.anyMatch((kinds) -> kinds.stream().anyMatch((muted) -> muted.isAssignableFrom(kind)));
	}

	/** Count an instance in; refuse it if it has been so too often. */
	void enter(Model instance, String model, String occasion) {
		Deque<String> open = this.occasions.computeIfAbsent(instance, (missing) -> new ArrayDeque<>());
		if (open.size() == DEEPEST) {
			throw new EndlessSaveException(
					"""
							%s is saved from its own %s %d deep.
							  hint: set attributes in beforeSave() or PreSave, which are saved along, or save only where something changed"""
						.formatted(instance, open.getLast(), DEEPEST),
					model, open.getLast());
		}
		open.addLast(occasion);
	}

	void leave(Model instance) {
		this.occasions.computeIfPresent(instance, (same, open) -> {
			open.removeLast();
			return open.isEmpty() ? null : open;
		});
	}

	boolean isEmpty() {
		return this.muted.isEmpty() && this.captured.isEmpty() && this.occasions.isEmpty();
	}

}

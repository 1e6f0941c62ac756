package dev.orm.boot.test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Copies of templates that are made ahead, while tests run: whoever needs the next one
 * only waits for its new name. One of each template that was copied twice; who has one
 * context pays for no more. Thread-safe.
 */
final class SpareCopies {

	private final UnaryOperator<String> copy;

	private final Set<String> copied = new HashSet<>();

	private final Map<String, CompletableFuture<@Nullable String>> spares = new HashMap<>();

	/**
	 * Create it, without a copy.
	 * @param copy copies a template, and returns the name of the copy
	 */
	SpareCopies(UnaryOperator<String> copy) {
		this.copy = copy;
	}

	/**
	 * Take the copy that was made of a template, and have the next one made.
	 * @param template its name
	 * @return the name of a copy; null if there is none
	 */
	@Nullable String take(String template) {
		CompletableFuture<@Nullable String> spare = next(template);
		return (spare != null) ? spare.join() : null;
	}

	private synchronized @Nullable CompletableFuture<@Nullable String> next(String template) {
		if (this.copied.add(template)) {
			return null;
		}
		CompletableFuture<@Nullable String> spare = this.spares.get(template);
		CompletableFuture<?> before = (spare != null) ? spare : CompletableFuture.completedFuture(null);
		// one after the other: whoever waits for a copy does not share a disk with the
		// next
		this.spares.put(template, before.thenApplyAsync((any) -> make(template)));
		return spare;
	}

	/** Null where the server refuses: whoever needs a copy makes one, and is told why. */
	private @Nullable String make(String template) {
		try {
			return this.copy.apply(template);
		}
		catch (TestDatabaseException ex) {
			LogFactory.getLog(SpareCopies.class).debug("There is no spare copy of " + template, ex);
			return null;
		}
	}

}

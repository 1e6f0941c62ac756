package dev.orm.transaction;

import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** An error and what caused it. */
final class Causes {

	/** Causes may go in a circle. */
	private static final int DEPTH = 50;

	private Causes() {
	}

	static boolean anyMatch(Throwable error, Predicate<Throwable> wanted) {
		@Nullable Throwable cause = error;
		for (int i = 0; cause != null && i < DEPTH; i++) {
			if (wanted.test(cause)) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

}

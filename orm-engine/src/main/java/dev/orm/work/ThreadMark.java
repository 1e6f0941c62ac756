package dev.orm.work;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Something that holds for a thread while it does some work. Thread-safe. */
public final class ThreadMark {

	private final ThreadLocal<@Nullable Boolean> holds = new ThreadLocal<>();

	/**
	 * Do something meanwhile.
	 * @param <T> the answer
	 * @param work what to do
	 * @return its answer
	 */
	public <T extends @Nullable Object> T during(Supplier<T> work) {
		if (holds()) {
			return work.get();
		}
		this.holds.set(Boolean.TRUE);
		try {
			return work.get();
		}
		finally {
			this.holds.remove();
		}
	}

	/**
	 * Return whether it holds for this thread.
	 * @return true while it does
	 */
	public boolean holds() {
		return this.holds.get() != null;
	}

}

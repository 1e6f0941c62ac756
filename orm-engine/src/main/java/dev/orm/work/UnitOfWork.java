package dev.orm.work;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What belongs together for its reader: a request, a job, a message. Its reads see its
 * own writes, wherever they are sent, and what its statements cost is summed. A unit is
 * bound to the thread that opened it and to those it is carried to. Thread-safe.
 *
 * <pre>
 * try (WorkScope scope = UnitOfWork.open()) {
 *     importer.importAll();
 * }
 * </pre>
 */
public final class UnitOfWork {

	private static final ThreadLocal<@Nullable UnitOfWork> CURRENT = new ThreadLocal<>();

	private final long openedAt = Moment.now();

	private final Map<Slot<?>, Object> slots = new ConcurrentHashMap<>(4);

	private UnitOfWork() {
	}

	/**
	 * Return what the thread works for.
	 * @return the unit; null outside of any
	 */
	public static @Nullable UnitOfWork current() {
		return CURRENT.get();
	}

	/**
	 * Begin a unit on this thread, or go on with the one the thread works for.
	 * @return to be closed on this thread; inside another unit, closing ends nothing
	 */
	public static WorkScope open() {
		UnitOfWork outer = CURRENT.get();
		return (outer != null) ? () -> {
		} : enter(new UnitOfWork());
	}

	/**
	 * Let this thread work for a unit of another thread, such as one that hands over a
	 * task.
	 * @param unit the unit, or null for none
	 * @return to be closed on this thread
	 */
	public static WorkScope enter(@Nullable UnitOfWork unit) {
		UnitOfWork before = CURRENT.get();
		bind(unit);
		return () -> bind(before);
	}

	private static void bind(@Nullable UnitOfWork unit) {
		if (unit != null) {
			CURRENT.set(unit);
		}
		else {
			CURRENT.remove();
		}
	}

	/**
	 * Do something as one unit, or as a part of the unit that the thread works for.
	 * @param work what to do
	 */
	public static void run(Runnable work) {
		try (WorkScope scope = open()) {
			work.run();
		}
	}

	/**
	 * Do something that answers as one unit, or as a part of the unit that the thread
	 * works for.
	 * @param <T> the answer
	 * @param work what to do
	 * @return its answer
	 */
	public static <T extends @Nullable Object> T call(Supplier<T> work) {
		try (WorkScope scope = open()) {
			return work.get();
		}
	}

	/**
	 * Carry the unit of this thread to wherever a task runs.
	 * @param task the task
	 * @return the task, working for what this thread works for now
	 */
	public static Runnable carry(Runnable task) {
		UnitOfWork unit = CURRENT.get();
		return () -> {
			try (WorkScope scope = enter(unit)) {
				task.run();
			}
		};
	}

	/**
	 * Return when it began.
	 * @return the time, by {@link Moment#now()}
	 */
	public long openedAt() {
		return this.openedAt;
	}

	/**
	 * Return what is remembered in a slot.
	 * @param <T> what is remembered
	 * @param slot the slot
	 * @return its content, made at the first call
	 */
	public <T> T get(Slot<T> slot) {
		Object content = this.slots.get(slot);
		return slot.cast((content != null) ? content : this.slots.computeIfAbsent(slot, (wanted) -> wanted.make(this)));
	}

}

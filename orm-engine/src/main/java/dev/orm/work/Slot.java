package dev.orm.work;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A place in each {@link UnitOfWork} for something that a room remembers of it. Two slots
 * are never the same place. Immutable and thread-safe.
 *
 * @param <T> what is remembered; threads of one unit share it, so it must be thread-safe
 */
public final class Slot<T> {

	private final Class<T> type;

	private final Function<? super UnitOfWork, ? extends T> initial;

	private Slot(Class<T> type, Function<? super UnitOfWork, ? extends T> initial) {
		this.type = type;
		this.initial = initial;
	}

	/**
	 * Make a place.
	 * @param <T> what is remembered
	 * @param type its class
	 * @param initial makes what a unit starts with, once per unit and at first use
	 * @return the slot; keep it, as it is the key
	 */
	public static <T> Slot<T> of(Class<T> type, Supplier<? extends T> initial) {
		return of(type, (unit) -> initial.get());
	}

	/**
	 * Make a place whose first content depends on the unit.
	 * @param <T> what is remembered
	 * @param type its class
	 * @param initial makes what a unit starts with, once per unit and at first use
	 * @return the slot; keep it, as it is the key
	 */
	public static <T> Slot<T> of(Class<T> type, Function<? super UnitOfWork, ? extends T> initial) {
		return new Slot<>(type, initial);
	}

	Object make(UnitOfWork unit) {
		return this.initial.apply(unit);
	}

	T cast(Object content) {
		return this.type.cast(content);
	}

	@Override
	public String toString() {
		return "slot of " + this.type.getSimpleName();
	}

}

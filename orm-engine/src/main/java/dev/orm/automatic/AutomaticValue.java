package dev.orm.automatic;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Knows the next value of a field. Thread-safe.
 *
 * @param <V> the class of the value; one that converts to the field's will do
 */
@FunctionalInterface
public interface AutomaticValue<V> {

	/**
	 * Return the value to write.
	 * @param context what is written
	 * @return the value; {@link Context#current()} leaves the field as it is
	 */
	@Nullable V next(Context context);

	/** A write that sets a value. */
	interface Context {

		/**
		 * Return the attribute.
		 * @return its name
		 */
		String attribute();

		/**
		 * Return whether the row is inserted.
		 * @return false if it is updated
		 */
		boolean inserting();

		/**
		 * Return the instance.
		 * @return the instance; empty for the update of a queryset
		 */
		Optional<Object> instance();

		/**
		 * Return what the field holds.
		 * @return the value of the instance; null for the update of a queryset
		 */
		@Nullable Object current();

		/**
		 * Return the time of the write by the clock of the ORM, the same for all rows of
		 * it.
		 * @return the time, in microseconds
		 */
		Instant now();

		/**
		 * Return who writes, as {@code CurrentUser} says.
		 * @return a user or a key; empty if nobody is known
		 */
		Optional<Object> user();

	}

}

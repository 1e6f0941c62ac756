package dev.orm.type;

import org.jspecify.annotations.Nullable;

/**
 * Turns the value a caller gave into the one that is bound, each time a plan runs:
 * escaping a LIKE pattern, the first day of a year. Stateless, as plans are shared.
 */
@FunctionalInterface
public interface Conversion {

	/** Converts by the codec of the parameter's type alone. */
	Conversion NONE = (value) -> value;

	/**
	 * Convert a value.
	 * @param value the value as the caller gave it
	 * @return the value to hand to the codec of the parameter's type
	 */
	@Nullable Object apply(@Nullable Object value);

}

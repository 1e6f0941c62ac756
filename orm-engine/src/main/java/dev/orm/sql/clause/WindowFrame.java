package dev.orm.sql.clause;

import org.jspecify.annotations.Nullable;

/**
 * The rows a window function sees.
 *
 * @param rows whether the bounds count rows; else they are values
 * @param start negative for preceding, zero for the current row, positive for following,
 * null for unbounded
 * @param end as start
 * @param exclusion what is left out
 */
public record WindowFrame(boolean rows, @Nullable Integer start, @Nullable Integer end, Exclusion exclusion) {

	/** What a frame leaves out. */
	public enum Exclusion {

		/** Nothing. */
		NO_OTHERS,
		/** The current row. */
		CURRENT_ROW,
		/** The current row and its peers. */
		GROUP,
		/** The peers of the current row. */
		TIES

	}

}

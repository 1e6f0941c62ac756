package dev.orm.expression.node;

import org.jspecify.annotations.Nullable;

/**
 * The frame of a window. Django's {@code RowRange} and {@code ValueRange}.
 *
 * @param rows whether the bounds count rows; else they are values
 * @param start negative for preceding, zero for the current row, positive for following,
 * null for unbounded
 * @param end as start
 * @param exclusion what is left out
 */
public record Frame(boolean rows, @Nullable Integer start, @Nullable Integer end, Exclusion exclusion) {

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

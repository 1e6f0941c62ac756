package dev.orm.work;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A look at a database for who operates the application: its health, the history of its
 * migrations. Whatever it sends over connections of a primary is no write of the unit of
 * work it happens in, so that no read goes to the primary for it. Thread-safe.
 */
public final class Inspection {

	private static final ThreadMark UNDER_WAY = new ThreadMark();

	private Inspection() {
	}

	/**
	 * Look, on this thread, without writing anything that somebody reads.
	 * @param <T> what is seen
	 * @param look looks
	 * @return what was seen
	 */
	public static <T extends @Nullable Object> T of(Supplier<T> look) {
		return UNDER_WAY.during(look);
	}

	/**
	 * Return whether this thread only looks.
	 * @return true if it does
	 */
	public static boolean isUnderWay() {
		return UNDER_WAY.holds();
	}

}

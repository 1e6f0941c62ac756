package dev.orm.work;

/**
 * Points in time of this process that can be compared by {@code <}: nanoseconds since the
 * first of them, never negative.
 */
public final class Moment {

	/** Before every other. */
	public static final long NEVER = -1;

	private static final long ORIGIN = System.nanoTime();

	private Moment() {
	}

	/**
	 * Return this one.
	 * @return nanoseconds, later than those returned to this or another thread before
	 */
	public static long now() {
		return System.nanoTime() - ORIGIN;
	}

}

package dev.orm.type;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The time zone in which dates and times without one are understood. Django's current
 * time zone: UTC, unless a thread works in a zone of its own or on behalf of an ORM that
 * was built with another. Thread-safe.
 */
public final class CurrentZone {

	private static final ThreadLocal<@Nullable ZoneId> OVERRIDE = new ThreadLocal<>();

	private CurrentZone() {
	}

	/**
	 * Return the current zone.
	 * @return the thread's zone, else UTC
	 */
	public static ZoneId get() {
		ZoneId zone = OVERRIDE.get();
		return (zone != null) ? zone : ZoneOffset.UTC;
	}

	/**
	 * Work in a zone unless the thread has one already. Django's {@code TIME_ZONE}.
	 * @param <T> the result
	 * @param zone the zone of threads without one of their own
	 * @param work what to do in it, on this thread
	 * @return what the work returned
	 */
	public static <T extends @Nullable Object> T byDefault(ZoneId zone, Supplier<T> work) {
		return (zone.equals(ZoneOffset.UTC) || OVERRIDE.get() != null) ? work.get() : with(zone, work);
	}

	/**
	 * Work in a zone. Django's {@code timezone.override}.
	 * @param <T> the result
	 * @param zone the zone
	 * @param work what to do in it, on this thread
	 * @return what the work returned
	 */
	public static <T extends @Nullable Object> T with(ZoneId zone, Supplier<T> work) {
		ZoneId outer = OVERRIDE.get();
		OVERRIDE.set(zone);
		try {
			return work.get();
		}
		finally {
			if (outer != null) {
				OVERRIDE.set(outer);
			}
			else {
				OVERRIDE.remove();
			}
		}
	}

}

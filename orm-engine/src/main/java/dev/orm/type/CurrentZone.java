package dev.orm.type;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The time zone in which dates and times without one are understood. Django's current
 * time zone: UTC, unless the application set another default or a thread works in a zone
 * of its own. Thread-safe.
 */
public final class CurrentZone {

	private static final AtomicReference<ZoneId> DEFAULT = new AtomicReference<>(ZoneOffset.UTC);

	private static final ThreadLocal<@Nullable ZoneId> OVERRIDE = new ThreadLocal<>();

	private CurrentZone() {
	}

	/**
	 * Return the current zone.
	 * @return the thread's zone, else the default
	 */
	public static ZoneId get() {
		ZoneId zone = OVERRIDE.get();
		return (zone != null) ? zone : Objects.requireNonNull(DEFAULT.get());
	}

	/**
	 * Set the zone of threads without one of their own. Django's {@code TIME_ZONE}.
	 * @param zone the zone
	 */
	public static void setDefault(ZoneId zone) {
		DEFAULT.set(zone);
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

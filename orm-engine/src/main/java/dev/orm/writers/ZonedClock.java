package dev.orm.writers;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock in the time zone of an ORM. The application's own clock need not know how to
 * change its zone.
 */
public final class ZonedClock extends Clock {

	private final Clock clock;

	private final ZoneId zone;

	public ZonedClock(Clock clock, ZoneId zone) {
		this.clock = clock;
		this.zone = zone;
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	@Override
	public Clock withZone(ZoneId other) {
		return new ZonedClock(this.clock, other);
	}

	@Override
	public Instant instant() {
		return this.clock.instant();
	}

	@Override
	public long millis() {
		return this.clock.millis();
	}

}

package dev.orm.automatic;

import java.time.Instant;

/** The time of the write. */
public final class CurrentTime implements AutomaticValue<Instant> {

	@Override
	public Instant next(Context context) {
		return context.now();
	}

}

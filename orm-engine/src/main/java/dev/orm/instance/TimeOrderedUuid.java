package dev.orm.instance;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of time, the rest random, so that new keys
 * go to the end of the index. Thread-safe.
 */
final class TimeOrderedUuid {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final long VERSION = 0x7000L;

	private static final long VARIANT = 0x8000_0000_0000_0000L;

	private TimeOrderedUuid() {
	}

	/**
	 * Make a value.
	 * @param millis the time, in milliseconds since 1970
	 * @return a value greater than those of earlier times
	 */
	public static UUID next(long millis) {
		long high = (millis << 16) | VERSION | (RANDOM.nextLong() & 0x0FFFL);
		long low = VARIANT | (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
		return new UUID(high, low);
	}

}

package dev.orm.benchmark;

/**
 * What was measured of one contender that streamed a million rows.
 *
 * @param contender the contender
 * @param nanos how long it took, in nanoseconds
 * @param bytes what it allocated, in bytes
 * @param peak the most memory that was alive on the way, in bytes
 * @param digest a sum over the values of all rows, the same for all contenders
 */
record Streamed(String contender, long nanos, long bytes, long peak, long digest) {

	private static final String MARK = "streamed";

	/** The line by which a fork answers. */
	String line() {
		return "%s %s %d %d %d %d".formatted(MARK, this.contender, this.nanos, this.bytes, this.peak, this.digest);
	}

	static boolean isLine(String line) {
		return line.startsWith(MARK + " ");
	}

	static Streamed parse(String line) {
		String[] parts = line.split(" ", -1);
		return new Streamed(parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3]), Long.parseLong(parts[4]),
				Long.parseLong(parts[5]));
	}

}

package dev.orm.benchmark;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was measured of one contender that streamed a million rows.
 *
 * @param contender the contender
 * @param times how long it took in each turn
 * @param bytes what it allocated in the last turn, in bytes
 * @param peak the most memory that was alive on the way, in bytes
 * @param digest a sum over the values of all rows, the same for all contenders
 */
record Streamed(String contender, Times times, long bytes, long peak, long digest) {

	private static final String MARK = "streamed";

	/** The line by which a JVM answers. */
	String line() {
		String turns = this.times.turns().stream().map(String::valueOf).collect(Collectors.joining(","));
		return "%s %s %s %d %d %d".formatted(MARK, this.contender, turns, this.bytes, this.peak, this.digest);
	}

	static boolean isLine(String line) {
		return line.startsWith(MARK + " ");
	}

	static Streamed parse(String line) {
		String[] parts = line.split(" ", -1);
		Times times = new Times(Stream.of(parts[2].split(",", -1)).map(Double::valueOf).toList());
		return new Streamed(parts[1], times, Long.parseLong(parts[3]), Long.parseLong(parts[4]),
				Long.parseLong(parts[5]));
	}

}

package dev.orm.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What an operation took in each turn.
 *
 * @param turns the times, in nanoseconds
 */
record Times(List<Double> turns) {

	Times {
		turns = List.copyOf(turns);
	}

	/** The time in the median turn, in nanoseconds. */
	double median() {
		return median(this.turns);
	}

	/**
	 * How long it takes for each nanosecond of another: the median over the turns they
	 * had one after the other.
	 * @param other who is compared with
	 * @return the ratio
	 */
	double ratio(Times other) {
		int both = Math.min(this.turns.size(), other.turns.size());
		return median(IntStream.range(0, both).mapToObj((i) -> this.turns.get(i) / other.turns.get(i)).toList());
	}

	private static double median(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

}

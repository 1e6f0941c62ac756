package dev.orm.benchmark.budget;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * What a new instance costs beside an object of the same fields, and what handles add.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RowBudget {

	@Benchmark
	public Object plain() {
		return new Plain();
	}

	@Benchmark
	public Object bare() {
		return new Bare();
	}

	@Benchmark
	public Object threeToMany() {
		return new Handled();
	}

	@Benchmark
	public Object threeToOne() {
		return new Keyed();
	}

	/** The fields of {@link Bare} and of its parent. */
	@SuppressWarnings("UnusedVariable") // only their room is measured
	private static final class Plain {

		@Nullable Object context;

		@Nullable Object state;

		@Nullable Long id;

		String name = "";

		int quantity;

	}

}

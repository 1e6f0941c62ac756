package dev.orm.benchmark.workload;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import dev.orm.benchmark.BenchmarkDatabase;
import dev.orm.benchmark.contender.Contender;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/**
 * Workload 10: 64 threads lock and update a thousand rows at random. The mean counts, as
 * what a thread waits for the others is the point.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LockBenchmark {

	@Benchmark
	@Threads(64)
	public void lockAndUpdate(ContenderState state, Laid table) {
		state.library.lockAndUpdate(ThreadLocalRandom.current().nextLong(1, Contender.UPDATES + 1));
	}

	/** A thousand rows. */
	@State(Scope.Benchmark)
	public static class Laid {

		/**
		 * Lay the table, once: while a thread does it the others spin.
		 * @param state the contender
		 */
		@Setup(Level.Trial)
		public void lay(ContenderState state) {
			BenchmarkDatabase.resetItems(state.pool, Contender.UPDATES);
		}

	}

}

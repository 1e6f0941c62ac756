package dev.orm.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.benchmark.contender.Contender;
import dev.orm.benchmark.contender.Contenders;

/**
 * Streams a million rows in a JVM of its own: first to warm up, to add up the values and
 * to see what memory it takes, then to measure the time.
 */
public final class StreamFork {

	private StreamFork() {
	}

	/**
	 * Stream and print what was measured.
	 * @param arguments the contender's name, the URL of the database and how often to
	 * measure
	 */
	public static void main(String[] arguments) {
		Turn turn = new Turn();
		try (HikariDataSource pool = BenchmarkDatabase.pool(arguments[1]);
				Contender contender = Contenders.open(arguments[0], pool)) {
			Digest digest = new Digest(contender);
			turn.begin();
			contender.stream(digest);
			turn.end();
			List<Double> nanos = new ArrayList<>();
			long bytes = 0;
			for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
				turn.begin();
				bytes = allocated();
				nanos.add((double) time(contender));
				bytes = allocated() - bytes;
				turn.end();
			}
			System.out.println(new Streamed(arguments[0], new Times(nanos), bytes, digest.peak, digest.sum).line());
		}
		// pools of contenders may leave threads behind
		System.exit(0);
	}

	private static long time(Contender contender) {
		Count count = new Count();
		long start = System.nanoTime();
		contender.stream(count);
		long nanos = System.nanoTime() - start;
		if (count.rows != Contender.STREAMED) {
			throw new IllegalStateException(count.rows + " rows, not " + Contender.STREAMED);
		}
		return nanos;
	}

	private static long allocated() {
		return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
			.getThreadAllocatedBytes(Thread.currentThread().getId());
	}

	/**
	 * Adds up all values of all rows, in whatever order they come, and looks now and then
	 * how much memory is alive.
	 */
	private static final class Digest implements Consumer<Object> {

		/** Not a multiple of the chunk, so that chunks are seen at each stage. */
		private static final int BETWEEN = 49_999;

		private final Contender contender;

		private long sum;

		private int rows;

		private long peak;

		Digest(Contender contender) {
			this.contender = contender;
		}

		@Override
		public void accept(Object row) {
			this.sum += this.contender.plainOrder(row).hashCode();
			if (++this.rows % BETWEEN == 0) {
				System.gc();
				long alive = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
				this.peak = Math.max(this.peak, alive);
			}
		}

	}

	/** Counts the rows. */
	private static final class Count implements Consumer<Object> {

		private int rows;

		@Override
		public void accept(Object row) {
			this.rows++;
		}

	}

}

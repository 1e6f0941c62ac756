package dev.orm.benchmark.workload;

import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.orm.benchmark.contender.Contender;
import dev.orm.benchmark.contender.Contenders;
import dev.orm.benchmark.stub.StubDataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Workloads 1 and 2 on a driver that answers from memory. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MappingBenchmark {

	@Benchmark
	public Object mapOne(One state) {
		return state.library.byKey(StubDataSource.FIRST_KEY);
	}

	@Benchmark
	public List<?> mapThousand(Thousand state) {
		return state.library.entities();
	}

	/** A driver that answers some rows. */
	@State(Scope.Benchmark)
	@SuppressWarnings("NullAway.Init") // JMH sets up
	public abstract static class Stubbed {

		/** The contender's name. */
		@Param("jdbc")
		public String contender = "";

		private final int rows;

		Contender library;

		Stubbed(int rows) {
			this.rows = rows;
		}

		/** Open the contender. */
		@Setup(Level.Trial)
		public void open() {
			this.library = Contenders.open(this.contender, StubDataSource.orders(this.rows));
		}

	}

	/** A driver that answers one row. */
	public static class One extends Stubbed {

		public One() {
			super(1);
		}

	}

	/** A driver that answers a thousand rows. */
	public static class Thousand extends Stubbed {

		public Thousand() {
			super(Contender.ROWS);
		}

	}

}

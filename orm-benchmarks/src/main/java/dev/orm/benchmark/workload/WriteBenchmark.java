package dev.orm.benchmark.workload;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;

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

/** The workloads that write many rows: 6 to 8. The table is laid anew before each. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WriteBenchmark {

	@Benchmark
	public void insert(Inserted state) {
		state.work.run();
	}

	@Benchmark
	public void update(Updated state) {
		state.work.run();
	}

	@Benchmark
	public void upsert(Upserted state) {
		state.work.run();
	}

	/** What the three have in common. */
	@State(Scope.Benchmark)
	@SuppressWarnings("NullAway.Init") // JMH sets up
	public abstract static class Prepared {

		private final int rows;

		private final Function<Contender, Runnable> preparation;

		Runnable work;

		Prepared(int rows, Function<Contender, Runnable> preparation) {
			this.rows = rows;
			this.preparation = preparation;
		}

		/**
		 * Lay the table and make the entities.
		 * @param state the contender
		 */
		@Setup(Level.Invocation)
		public void prepare(ContenderState state) {
			BenchmarkDatabase.resetItems(state.pool, this.rows);
			this.work = this.preparation.apply(state.library);
		}

	}

	/** Entities to insert into an empty table. */
	public static class Inserted extends Prepared {

		public Inserted() {
			super(0, Contender::insert);
		}

	}

	/** Entities that were loaded and changed. */
	public static class Updated extends Prepared {

		public Updated() {
			super(Contender.UPDATES, Contender::update);
		}

	}

	/** Entities half of which are in the table. */
	public static class Upserted extends Prepared {

		public Upserted() {
			super(Contender.WRITES / 2, Contender::upsert);
		}

	}

}

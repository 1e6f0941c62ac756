package dev.orm.benchmark.budget;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import dev.orm.Manager;
import dev.orm.validate.ValidationErrors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A thousand instances validated: without a statement, and by one. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ValidationBudget {

	@Benchmark
	public ValidationErrors thousandByFields(Instances instances) {
		return instances.bares.validateAll(instances.plain);
	}

	@Benchmark
	public ValidationErrors thousandByOneStatement(Instances instances) {
		return instances.checked.validateAll(instances.asked);
	}

	@Benchmark
	public ValidationErrors oneByOneStatement(Instances instances) {
		return instances.checked.validate(instances.asked.get(0));
	}

	/** What is validated. */
	@State(Scope.Benchmark)
	@SuppressWarnings("NullAway.Init") // JMH sets up
	public static class Instances {

		Manager<Bare> bares;

		Manager<Checked> checked;

		List<Bare> plain;

		List<Checked> asked;

		/**
		 * Make a thousand of each.
		 * @param state the tables
		 */
		@Setup(Level.Trial)
		public void make(BudgetState state) {
			this.bares = state.orm.manager(Bare.class);
			this.checked = state.orm.manager(Checked.class);
			this.plain = LongStream.rangeClosed(1, BudgetState.ROWS).mapToObj((n) -> new Bare("new" + n, 1)).toList();
			this.asked = LongStream.rangeClosed(1, BudgetState.ROWS)
				.mapToObj((n) -> new Checked("new" + n, 1, n))
				.toList();
		}

	}

}

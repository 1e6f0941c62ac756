package dev.orm.benchmark.budget;

import java.util.concurrent.TimeUnit;

import dev.orm.Manager;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A read by key outside of a transaction, of nobody's row and of a tenant's. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TenantBudget {

	@Benchmark
	public Bare ofNobody(Reads reads) {
		return reads.bares.get(1L + ++reads.key % BudgetState.ROWS);
	}

	@Benchmark
	public Leased ofTenant(Reads reads) {
		return reads.leased.get(1L + ++reads.key % BudgetState.ROWS);
	}

	/** Who reads. */
	@State(Scope.Benchmark)
	@SuppressWarnings("NullAway.Init") // JMH sets up
	public static class Reads {

		Manager<Bare> bares;

		Manager<Leased> leased;

		long key;

		/**
		 * Take the managers.
		 * @param state the tables
		 */
		@Setup(Level.Trial)
		public void open(BudgetState state) {
			this.bares = state.orm.manager(Bare.class);
			this.leased = state.orm.manager(Leased.class);
		}

	}

}

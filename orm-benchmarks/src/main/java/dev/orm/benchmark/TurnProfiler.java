package dev.orm.benchmark;

import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * Measures nothing: makes each iteration a turn. JMH calls it while no thread of the
 * benchmark runs, other than setting up, where all but one would spin.
 */
public final class TurnProfiler implements InternalProfiler {

	private final Turn turn = new Turn();

	@Override
	public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
		this.turn.begin();
	}

	@Override
	public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
			IterationResult result) {
		this.turn.end();
		return List.of();
	}

	@Override
	public String getDescription() {
		return "Waits until it is the turn of this JVM";
	}

}

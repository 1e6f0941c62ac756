package dev.orm.benchmark;

import java.util.List;

import dev.orm.benchmark.contender.Contenders;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs JMH: for each workload a JVM for each contender, all of which measure in turns.
 */
final class Rounds {

	/**
	 * A driver is called, its code is not folded into that of the caller: the stub's
	 * would be, and a loop over constants is not what a mapper by hand costs.
	 */
	private static final String[] CALLED = { "-XX:CompileCommand=quiet",
			"-XX:CompileCommand=dontinline,dev.orm.benchmark.stub.StubResultSet::*",
			"-XX:CompileCommand=dontinline,dev.orm.benchmark.stub.StubStatement::*",
			"-XX:CompileCommand=dontinline,dev.orm.benchmark.stub.StubConnection::*" };

	private final Mode mode;

	private final String url;

	private final Probe probe;

	private final Pace pace;

	Rounds(Mode mode, String url, Probe probe, Pace pace) {
		this.mode = mode;
		this.url = url;
		this.probe = probe;
		this.pace = pace;
		// several run at once, but only one at a time measures
		System.setProperty("jmh.ignoreLock", "true");
	}

	/**
	 * Measure a workload. If a JVM fails, all of them get another chance; who fails twice
	 * is left out.
	 * @param workload the workload
	 * @return a measurement of each contender
	 */
	List<Measurement> measure(Workload workload) {
		List<String> contenders = Contenders.names()
			.stream()
			.filter((contender) -> this.probe.runs(workload, contender))
			.toList();
		Mode paced = this.pace.start(this.mode);
		Outcome.Jvm<Measurement> jvm = (contender, turns) -> fork(workload, contender, paced, turns);
		Outcome<Measurement> outcome = Outcome.inTurns(contenders, jvm);
		if (!outcome.failures().isEmpty()) {
			System.out.println("again: " + outcome.failures());
			outcome = Outcome.inTurns(contenders, jvm);
		}
		this.pace.end(paced, contenders.size());
		outcome.failures().forEach((contender, reason) -> leaveOut(workload, contender, reason));
		return List.copyOf(outcome.results().values());
	}

	private void leaveOut(Workload workload, String contender, String reason) {
		if (contender.equals(Contenders.BASELINE)) {
			throw new IllegalStateException("There is no baseline for " + workload + ": " + reason);
		}
		this.probe.leaveOut(workload, contender, "failed when it was measured: " + reason);
	}

	private Measurement fork(Workload workload, String contender, Mode length, Turns turns) throws RunnerException {
		Options options = new OptionsBuilder().include(workload.pattern())
			.param("contender", contender)
			.warmupIterations(length.warmups())
			.warmupTime(TimeValue.milliseconds(length.millis()))
			.measurementIterations(length.iterations())
			.measurementTime(TimeValue.milliseconds(length.millis()))
			.addProfiler(TurnProfiler.class)
			.addProfiler(GCProfiler.class)
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true)
			.forks(1)
			.jvmArgs("-Xms512m", "-Xmx512m", "-D" + BenchmarkDatabase.URL + "=" + this.url, turns.argument())
			.jvmArgsAppend(CALLED)
			.build();
		return measurement(workload, contender, new Runner(options).run().iterator().next());
	}

	private Measurement measurement(Workload workload, String contender, RunResult result) {
		List<Double> turns = result.getAggregatedResult()
			.getIterationResults()
			.stream()
			.map((turn) -> turn.getPrimaryResult().getStatistics().getPercentile(10))
			.toList();
		Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
		double error = result.getPrimaryResult().getStatistics().getMeanErrorAt(0.999);
		return new Measurement(workload, contender, new Times(turns), Double.isNaN(error) ? 0 : error,
				(allocated != null) ? allocated.getScore() : 0, this.probe.roundTrips(workload, contender));
	}

}

package dev.orm.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.benchmark.contender.Contenders;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs JMH: a fork for each contender, one after the other, and all of it again in each
 * round, so that a slow minute of the machine hits everyone. The fastest of the rounds
 * counts: what else the machine does only adds.
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
	}

	List<Measurement> measure(Workload workload) {
		Map<String, List<Measurement>> rounds = new LinkedHashMap<>();
		for (int round = 0; round < Math.max(this.mode.rounds(), 1); round++) {
			for (String contender : Contenders.names()) {
				if (this.probe.runs(workload, contender)) {
					rounds.computeIfAbsent(contender, (key) -> new ArrayList<>()).addAll(attempt(workload, contender));
				}
			}
		}
		return rounds.values().stream().filter((measured) -> !measured.isEmpty()).map(Rounds::fastest).toList();
	}

	/**
	 * A JVM that fails does so once more before its library is left out; the run goes on.
	 */
	private List<Measurement> attempt(Workload workload, String contender) {
		try {
			return List.of(fork(workload, contender));
		}
		catch (IllegalStateException first) {
			System.out.println("again: " + first.getMessage());
		}
		try {
			return List.of(fork(workload, contender));
		}
		catch (IllegalStateException second) {
			if (contender.equals(Contenders.BASELINE)) {
				throw second;
			}
			this.probe.leaveOut(workload, contender, "failed when it was measured: " + second.getMessage());
			return List.of();
		}
	}

	private static Measurement fastest(List<Measurement> rounds) {
		return Collections.min(rounds, Comparator.comparingDouble(Measurement::nanos));
	}

	private Measurement fork(Workload workload, String contender) {
		if (this.mode.rounds() == 0) {
			return measure(workload, contender, options(workload, contender, this.mode).forks(0));
		}
		Mode paced = this.pace.start(this.mode);
		Measurement measured = measure(workload, contender,
				options(workload, contender, paced).forks(1)
					.jvmArgs("-Xms1g", "-Xmx1g", "-D" + BenchmarkDatabase.URL + "=" + this.url)
					.jvmArgsAppend(CALLED));
		this.pace.end(paced);
		return measured;
	}

	private static ChainedOptionsBuilder options(Workload workload, String contender, Mode length) {
		return new OptionsBuilder().include(workload.pattern())
			.param("contender", contender)
			.warmupIterations(length.warmups())
			.warmupTime(TimeValue.milliseconds(length.millis()))
			.measurementIterations(length.iterations())
			.measurementTime(TimeValue.milliseconds(length.millis()))
			.addProfiler(GCProfiler.class)
			.verbosity(VerboseMode.SILENT)
			.shouldFailOnError(true);
	}

	private Measurement measure(Workload workload, String contender, ChainedOptionsBuilder options) {
		try {
			Collection<RunResult> results = new Runner(options.build()).run();
			return measurement(workload, contender, results.iterator().next());
		}
		catch (RunnerException ex) {
			throw new IllegalStateException(contender + " in " + workload + ": " + ex.getMessage(), ex);
		}
	}

	private Measurement measurement(Workload workload, String contender, RunResult result) {
		Statistics time = result.getPrimaryResult().getStatistics();
		Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
		double error = time.getMeanErrorAt(0.999);
		return new Measurement(workload, contender, time.getPercentile(10), Double.isNaN(error) ? 0 : error,
				(allocated != null) ? allocated.getScore() : 0, this.probe.roundTrips(workload, contender));
	}

}

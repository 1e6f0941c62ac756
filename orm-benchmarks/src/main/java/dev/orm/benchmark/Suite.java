package dev.orm.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import dev.orm.benchmark.startup.StartUp;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all contenders through all workloads, prints the tables, and pastes them into the
 * documentation.
 */
public final class Suite {

	private static final String BEGIN = "<!-- pasted by bin/benchmark: begin -->\n";

	private static final String END = "<!-- pasted by bin/benchmark: end -->\n";

	private final Mode mode;

	private final Path root;

	private final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();

	private final Results results = new Results();

	/** What is pasted and written besides the workloads. */
	private final List<String> sections = new ArrayList<>();

	private final List<String> rows = new ArrayList<>();

	private final long start = System.nanoTime();

	private Suite(Mode mode, Path root) {
		this.mode = mode;
		this.root = root;
	}

	/**
	 * Run the suite.
	 * @param arguments {@code check}, {@code quick} or {@code full}, and the root of the
	 * project
	 */
	public static void main(String[] arguments) {
		if (arguments[0].equals("check")) {
			check();
		}
		else {
			new Suite(Mode.of(arguments[0]), Path.of(arguments[1])).run();
		}
		// pools of contenders may leave threads behind
		System.exit(0);
	}

	/** Measure nothing: say only who can, and who does the same work as the baseline. */
	private static void check() {
		try (BenchmarkDatabase database = BenchmarkDatabase.start();
				RoundTripProxy proxy = new RoundTripProxy(database.port())) {
			Probe probe = new Probe(proxy);
			probe.run(List.of(Workload.values()));
			System.out.println(new Report(new Results(), probe).leftOut());
		}
	}

	private void run() {
		try (BenchmarkDatabase database = BenchmarkDatabase.start();
				RoundTripProxy proxy = new RoundTripProxy(database.port())) {
			List<Workload> workloads = List.of(Workload.values());
			Probe probe = new Probe(proxy);
			probe.run(workloads);
			Report report = new Report(this.results, probe);
			Pace pace = new Pace(this.start + this.mode.budget(), probe.count(workloads));
			Rounds rounds = new Rounds(this.mode, database.url(), probe, pace);
			compile();
			for (Workload workload : workloads) {
				this.results.add(rounds.measure(workload));
				publish(workload.title(), report);
			}
			delayed(proxy, probe);
			publish("network delay", report);
			stream(database);
			publish("streaming", report);
			startUp(database);
			publish("start-up", report);
			System.out.println(tables(report));
		}
	}

	/** A run that is cut short has pasted what it measured. */
	private void publish(String done, Report report) {
		System.out.printf("%d s: done %s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - this.start), done);
		List<String> all = new ArrayList<>(this.results.json(0));
		all.addAll(this.rows);
		write("orm-benchmarks/target/results.json", "[\n" + String.join(",\n", all) + "\n]\n");
		write("docs/benchmarks.svg", new Chart(this.results).draw());
		paste(tables(report));
	}

	private String tables(Report report) {
		return report.tables(this.mode.name(), this.load) + String.join("", this.sections);
	}

	/** Once more, with a network that takes a millisecond for each round trip. */
	private void delayed(RoundTripProxy proxy, Probe probe) {
		proxy.delay(TimeUnit.MILLISECONDS.toNanos(1));
		Results slow = new Results();
		Pace pace = new Pace(System.nanoTime() + TimeUnit.HOURS.toNanos(1), probe.count(Workload.delayed()));
		Rounds rounds = new Rounds(this.mode.delayed(), proxy.url(), probe, pace);
		for (Workload workload : Workload.delayed()) {
			slow.add(rounds.measure(workload));
		}
		proxy.delay(0);
		this.sections.add(new Report(slow, probe).delayed());
		this.rows.addAll(slow.json(1));
	}

	private void stream(BenchmarkDatabase database) {
		Streaming streaming = new Streaming(database.url(), this.mode.streams());
		streaming.run();
		this.sections.add(streaming.table());
		this.rows.addAll(streaming.json());
	}

	private void startUp(BenchmarkDatabase database) {
		StartUp startUp = new StartUp(database.url(), 2 * this.mode.forks() + 1);
		startUp.run();
		this.sections.add(startUp.table());
		this.rows.addAll(startUp.json());
	}

	private void compile() {
		var options = new OptionsBuilder().include("CompileBenchmark")
			.forks(this.mode.forks())
			.warmupIterations(this.mode.warmups())
			.warmupTime(TimeValue.milliseconds(this.mode.millis()))
			.measurementIterations(this.mode.iterations())
			.measurementTime(TimeValue.milliseconds(this.mode.millis()))
			.addProfiler(GCProfiler.class)
			.verbosity(VerboseMode.SILENT)
			.build();
		try {
			Collection<RunResult> found = new Runner(options).run();
			for (RunResult result : found) {
				String name = result.getParams().getBenchmark().replaceAll(".*\\.", "");
				this.results.compile(name + ", ns", result.getPrimaryResult().getScore());
				this.results.compile(name + ", bytes",
						Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm")).getScore());
			}
		}
		catch (RunnerException ex) {
			throw new IllegalStateException("The compile benchmark failed", ex);
		}
	}

	private void paste(String tables) {
		Path page = this.root.resolve("docs/benchmarks.md");
		try {
			String text = Files.readString(page);
			int begin = text.indexOf(BEGIN) + BEGIN.length();
			write("docs/benchmarks.md", text.substring(0, begin) + "\n" + tables + text.substring(text.indexOf(END)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + page, ex);
		}
	}

	private void write(String path, String text) {
		try {
			Path file = this.root.resolve(path);
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + path, ex);
		}
	}

}

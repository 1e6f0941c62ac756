package dev.orm.benchmark.budget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

import dev.orm.benchmark.BenchmarkDatabase;
import dev.orm.benchmark.startup.CheckSpeed;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures the budget of the model layer, and prints it as a table. */
public final class ModelBudget {

	private static final String BENCHMARKS = "dev\\.orm\\.benchmark\\.(budget\\.\\w+Budget|workload\\.ScopeCompileBenchmark)\\..*";

	private final boolean quick;

	private ModelBudget(boolean quick) {
		this.quick = quick;
	}

	/**
	 * Measure, and print a table.
	 * @param arguments {@code quick} for a run that only shows that all work
	 */
	public static void main(String[] arguments) {
		boolean quick = arguments.length > 0 && arguments[0].equals("quick");
		double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
		System.out.print(new ModelBudget(quick).measured().text(quick, load));
		System.exit(0);
	}

	private BudgetTable measured() {
		Path folder = temporary();
		try (BenchmarkDatabase database = BenchmarkDatabase.start()) {
			BudgetTable table = new BudgetTable(new Runner(options(database.url())).run());
			Map<String, Long> start = CheckSpeed.measure(Files.createDirectories(folder.resolve("classes")),
					this.quick ? 1 : 7);
			return table.starting(start);
		}
		catch (RunnerException ex) {
			throw new IllegalStateException("A benchmark of the budget failed", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			delete(folder);
		}
	}

	private Options options(String url) {
		return new OptionsBuilder().include(BENCHMARKS)
			.jvmArgsAppend("-D" + BenchmarkDatabase.URL + "=" + url)
			.forks(this.quick ? 1 : 3)
			.warmupIterations(this.quick ? 1 : 5)
			.warmupTime(TimeValue.milliseconds(this.quick ? 100 : 1000))
			.measurementIterations(this.quick ? 1 : 5)
			.measurementTime(TimeValue.milliseconds(this.quick ? 100 : 1000))
			.addProfiler(GCProfiler.class)
			.shouldFailOnError(true)
			.verbosity(VerboseMode.SILENT)
			.build();
	}

	private static Path temporary() {
		try {
			return Files.createTempDirectory("orm-budget-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot create a folder", ex);
		}
	}

	private static void delete(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot delete " + folder, ex);
		}
	}

}

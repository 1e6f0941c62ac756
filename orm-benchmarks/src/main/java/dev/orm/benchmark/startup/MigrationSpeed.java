package dev.orm.benchmark.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.benchmark.BenchmarkDatabase;

/**
 * Measures migrations of 300 models: {@code makemigrations} without a change in a JVM of
 * its own, which is started as the Maven goal starts it, and in another one what an
 * application does at its start, and {@code drift}, each for the first time in its JVM.
 */
public final class MigrationSpeed {

	private static final int MODELS = 300;

	private static final int RUNS = 7;

	private final Application application;

	private final Path migrations;

	private MigrationSpeed(Application application, Path migrations) {
		this.application = application;
		this.migrations = migrations;
	}

	/**
	 * Measure, and print a table.
	 * @param arguments none
	 */
	public static void main(String[] arguments) {
		Path folder = temporary();
		try (BenchmarkDatabase database = BenchmarkDatabase.start()) {
			Path classes = Files.createDirectories(folder.resolve("classes"));
			MigrationSpeed speed = new MigrationSpeed(Application.compile(Library.ORM, MODELS, classes),
					folder.resolve("db"));
			System.out.print(speed.table(database.url()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			delete(folder);
		}
	}

	private String table(String url) {
		make();
		List<Long> unchanged = new ArrayList<>();
		for (int run = 0; run < RUNS; run++) {
			unchanged.add(make());
		}
		StringBuilder table = new StringBuilder("""

				### Migrations of %d models, in milliseconds

				The median of %d JVMs; in each, what is measured runs for the first time.

				| | ms |
				|---|---:|
				| `makemigrations` without a change, JVM included | %d |
				""".formatted(MODELS, RUNS, median(unchanged)));
		manage("check", "--stamp=" + this.migrations.resolve("schema.stamp"));
		List<List<String>> runs = new ArrayList<>();
		for (int run = 0; run < RUNS; run++) {
			runs.add(this.application.fork(MigrationProbe.class.getName(), url, this.migrations.toString())
				.stream()
				.filter((line) -> line.contains("\t"))
				.toList());
		}
		for (int line = 0; line < runs.get(0).size(); line++) {
			int place = line;
			List<Long> times = runs.stream().map((lines) -> Long.valueOf(lines.get(place).split("\t", -1)[1])).toList();
			table.append("| %s | %d |%n".formatted(runs.get(0).get(line).split("\t", -1)[0], median(times)));
		}
		return table.toString();
	}

	private long make() {
		long start = System.nanoTime();
		manage("makemigrations", "--no-input");
		return (System.nanoTime() - start) / 1_000_000;
	}

	private void manage(String command, String option) {
		this.application.fork(List.of("-XX:TieredStopAtLevel=1"), "dev.orm.migration.Manage", command, option,
				"--directory=" + this.migrations);
	}

	private static long median(List<Long> times) {
		return times.stream().sorted().toList().get(times.size() / 2);
	}

	private static Path temporary() {
		try {
			return Files.createTempDirectory("orm-migrations-");
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

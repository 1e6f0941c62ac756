package dev.orm.benchmark.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import dev.orm.benchmark.BenchmarkDatabase;
import dev.orm.benchmark.startup.Application.Start;

/**
 * Starts applications of one or two versions of the ORM in turns, and says what each adds
 * to one with a data source only: what the main thread took of a processor, the least of
 * the starts, as a busy machine makes it wait and its caches cold; and classes and
 * definitions of beans, which are the same at each start.
 */
public final class StartComparison {

	private static final int[] MODELS = { 0, 10, 300 };

	private final Map<String, Application> applications = new LinkedHashMap<>();

	private final Map<String, List<Start>> starts = new LinkedHashMap<>();

	private StartComparison() {
	}

	/**
	 * Measure, and print a table.
	 * @param arguments how often to start each, and the folders of working copies that
	 * were packaged, to compare with
	 */
	public static void main(String[] arguments) {
		Path folder = temporary();
		try (BenchmarkDatabase database = BenchmarkDatabase.start()) {
			StartComparison comparison = new StartComparison();
			comparison.write("data source only", Library.NONE, 1, folder, Jars.OWN);
			for (int models : MODELS) {
				comparison.write(models + " models", Library.ORM, models, folder, Jars.OWN);
			}
			for (String other : List.of(arguments).subList(1, arguments.length)) {
				for (int models : MODELS) {
					comparison.write("%d models, %s".formatted(models, Path.of(other).getFileName()), Library.ORM,
							models, folder, new Jars(Path.of(other)));
				}
			}
			comparison.run(Integer.parseInt(arguments[0]), database.url());
			System.out.print(comparison.table());
		}
		finally {
			delete(folder);
		}
	}

	private void write(String title, Library library, int models, Path folder, Jars jars) {
		Path classes = created(folder.resolve("application" + this.applications.size()));
		this.applications.put(title, Application.compile(library, models, classes, jars));
	}

	private void run(int times, String url) {
		for (int i = 0; i < times; i++) {
			this.applications
				.forEach((title, application) -> this.starts.computeIfAbsent(title, (key) -> new ArrayList<>())
					.add(application.start(url)));
		}
	}

	private String table() {
		StringBuilder table = new StringBuilder("""
				| the least of %d starts | CPU, ms | over | classes | over | definitions | over |
				|---|---:|---:|---:|---:|---:|---:|
				""".formatted(this.starts.values().iterator().next().size()));
		List<Start> base = this.starts.values().iterator().next();
		this.starts
			.forEach((title, all) -> table.append("| %s |%s%s%s%n".formatted(title, cells(all, base, Start::cpuMillis),
					cells(all, base, Start::classes), cells(all, base, Start::definitions))));
		return table.toString();
	}

	private static String cells(List<Start> all, List<Start> base, ToLongFunction<Start> value) {
		return " %d | %+d |".formatted(least(all, value), least(all, value) - least(base, value));
	}

	private static long least(List<Start> all, ToLongFunction<Start> value) {
		return all.stream().mapToLong(value).min().orElseThrow();
	}

	private static Path temporary() {
		try {
			return Files.createTempDirectory("orm-start-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot create a folder", ex);
		}
	}

	private static Path created(Path folder) {
		try {
			return Files.createDirectories(folder);
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

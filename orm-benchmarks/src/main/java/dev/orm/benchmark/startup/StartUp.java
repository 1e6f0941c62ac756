package dev.orm.benchmark.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.benchmark.startup.Application.Start;

/**
 * Measures how long an application takes from the start of its JVM until Spring Boot's
 * context, all its managers or repositories, and a connection are there.
 */
public final class StartUp {

	private static final int[] MODELS = { 10, 300 };

	private final String url;

	private final int runs;

	private final Map<Library, Map<Integer, List<Start>>> starts = new LinkedHashMap<>();

	/**
	 * Create the measurement.
	 * @param url the database
	 * @param runs how often to start each application; the median counts
	 */
	public StartUp(String url, int runs) {
		this.url = url;
		this.runs = runs;
	}

	/** Write, compile and start the applications. */
	public void run() {
		Path folder = temporary();
		try {
			Map<Library, Map<Integer, Application>> applications = applications(folder);
			for (int run = 0; run < this.runs; run++) {
				applications.forEach((library,
						sizes) -> sizes.forEach((models, application) -> this.starts
							.computeIfAbsent(library, (key) -> new LinkedHashMap<>())
							.computeIfAbsent(models, (key) -> new ArrayList<>())
							.add(application.start(this.url))));
			}
		}
		finally {
			delete(folder);
		}
	}

	private static Map<Library, Map<Integer, Application>> applications(Path folder) {
		Map<Library, Map<Integer, Application>> applications = new LinkedHashMap<>();
		for (Library library : Library.values()) {
			Map<Integer, Application> sizes = new LinkedHashMap<>();
			for (int models : MODELS) {
				sizes.put(models,
						Application.compile(library, models, created(folder.resolve(library + "-" + models))));
			}
			applications.put(library, sizes);
		}
		return applications;
	}

	private static Path temporary() {
		try {
			return Files.createTempDirectory("orm-startup-");
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

	/**
	 * Return the table, as it is pasted.
	 * @return Markdown
	 */
	public String table() {
		return """

				### Start-up of a Spring Boot application, in milliseconds

				From the start of the JVM until the context, a manager or repository for each model, and a connection are
				there. The median of %d starts, and between which values they lay. Jackson is on every class path, Flyway on none.

				"""
			.formatted(this.runs) + rows(StartUp::cell)
				+ """

						What the main thread took of a processor meanwhile, in milliseconds, the least of the starts: a busy machine
						makes it wait, but does not make it work.

						"""
				+ rows((all) -> String.valueOf(all.stream().mapToLong(Start::cpuMillis).min().orElseThrow()));
	}

	private String rows(Function<List<Start>, String> cell) {
		StringBuilder table = new StringBuilder("| |");
		for (int models : MODELS) {
			table.append(" %d models |".formatted(models));
		}
		table.append("\n|---|").append("---:|".repeat(MODELS.length)).append('\n');
		this.starts.forEach((library, sizes) -> table.append("| %s | %s |%n".formatted(library.title(),
				sizes.values().stream().map(cell).collect(Collectors.joining(" | ")))));
		return table.toString();
	}

	private static String cell(List<Start> starts) {
		List<Long> sorted = sorted(starts);
		return "%d (%d–%d)".formatted(median(sorted), sorted.get(0), sorted.get(sorted.size() - 1));
	}

	private static List<Long> sorted(List<Start> starts) {
		return starts.stream().map(Start::millis).sorted().toList();
	}

	private static long median(List<Long> sorted) {
		return sorted.get(sorted.size() / 2);
	}

	/**
	 * Return the results as JSON objects.
	 * @return an object for each library and number of models
	 */
	public List<String> json() {
		List<String> rows = new ArrayList<>();
		this.starts
			.forEach(
					(library,
							sizes) -> sizes.forEach((models, starts) -> rows.add(String.format(Locale.ROOT,
									"{\"workload\":\"start-up with %d models\",\"contender\":\"%s\",\"millis\":%d}",
									models, library.title(), median(sorted(starts))))));
		return rows;
	}

}

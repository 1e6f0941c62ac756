package dev.orm.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes the tables of a run as Markdown. */
final class Report {

	private final Results results;

	private final Probe probe;

	Report(Results results, Probe probe) {
		this.results = results;
		this.probe = probe;
	}

	/**
	 * The tables, as they are printed and pasted.
	 * @param mode quick or full
	 * @param load of the machine before the run: the run is a load of its own
	 */
	String tables(String mode, double load) {
		return "Run `bin/benchmark %s` on %s. %s.%n%n%s".formatted(mode, LocalDate.now(ZoneOffset.UTC), machine(),
				busy(load)) + "### Time, as a ratio to hand-written JDBC\n\n"
				+ table((found) -> ratio(this.results.timeRatio(found)))
				+ "\n### Bytes allocated per operation, as a ratio to hand-written JDBC\n\n"
				+ table((found) -> ratio(this.results.bytesRatio(found))) + "\n### Round trips per operation\n\n"
				+ table((found) -> (found.roundTrips() < 0) ? "–" : String.valueOf(found.roundTrips())) + compile()
				+ "\n### How each contender is used\n\n" + notes() + "\n### Left out\n\n" + leftOut();
	}

	private static String busy(double load) {
		int processors = Runtime.getRuntime().availableProcessors();
		return (load <= processors + 1) ? "" : String.format(Locale.ROOT,
				"**The machine was busy with other work (load %.0f on %d processors): code was not compiled in time,"
						+ " so times are no evidence here. Bytes and round trips are.**%n%n",
				load, processors);
	}

	/** The table of a run with a slow network. */
	String delayed() {
		return "\n### Time with 1 ms of network delay, as a ratio to hand-written JDBC\n\n"
				+ table((found) -> ratio(this.results.timeRatio(found)));
	}

	private static String machine() {
		Runtime.Version version = Runtime.version();
		return "Java %s, %s %s, %d processors%s, PostgreSQL on loopback, %s".formatted(version,
				System.getProperty("os.name"), System.getProperty("os.arch"),
				Runtime.getRuntime().availableProcessors(), processor(), Versions.all());
	}

	/** Linux says what the processors are; elsewhere their number must do. */
	private static String processor() {
		Path file = Path.of("/proc/cpuinfo");
		if (!Files.isReadable(file)) {
			return "";
		}
		try (Stream<String> lines = Files.lines(file)) {
			return lines.filter((line) -> line.startsWith("model name"))
				.findFirst()
				.map((line) -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")")
				.orElse("");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + file, ex);
		}
	}

	private String table(Function<Measurement, String> cell) {
		List<String> contenders = this.results.contenders();
		StringBuilder table = new StringBuilder("| workload | ").append(String.join(" | ", contenders))
			.append(" |\n|---|");
		table.append("---:|".repeat(contenders.size())).append('\n');
		for (Workload workload : this.results.workloads()) {
			table.append("| ").append(workload.title()).append(" |");
			for (String contender : contenders) {
				table.append(' ').append(this.results.find(workload, contender).map(cell).orElse("–")).append(" |");
			}
			table.append('\n');
		}
		return table.toString();
	}

	private String compile() {
		StringBuilder text = new StringBuilder("\n### Compiling the query of workload 3, without a database\n\n");
		this.results.compile()
			.forEach((name, value) -> text.append(String.format(Locale.ROOT, "- %s: %.0f%n", name, value)));
		return text.toString();
	}

	private String notes() {
		StringBuilder text = new StringBuilder();
		this.results.contenders().forEach((name) -> text.append("- `%s`: %s%n".formatted(name, this.probe.note(name))));
		return text.toString();
	}

	/** Who is left out of what, and why. */
	String leftOut() {
		StringBuilder text = new StringBuilder();
		this.probe.leftOut()
			.forEach((out) -> text
				.append("- `%s` in *%s*: %s%n".formatted(out.contender(), out.workload().title(), out.reason())));
		return text.append(text.isEmpty() ? "Nothing.\n" : "").toString();
	}

	private static String ratio(double value) {
		return String.format(Locale.ROOT, "%.2f", value);
	}

}

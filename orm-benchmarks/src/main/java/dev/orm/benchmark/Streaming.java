package dev.orm.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import dev.orm.benchmark.contender.Contenders;

/**
 * Streams a million rows through each contender, each in JVMs with a heap of 64 MB. Who
 * needs more, or reads other values than the baseline, is left out.
 */
final class Streaming {

	private final String url;

	private final int forks;

	private final List<Streamed> results = new ArrayList<>();

	private final Map<String, String> leftOut = new LinkedHashMap<>();

	Streaming(String url, int forks) {
		this.url = url;
		this.forks = forks;
	}

	void run() {
		BenchmarkDatabase.fillOrders(this.url);
		for (String contender : Contenders.names()) {
			try {
				measure(contender);
			}
			catch (IllegalStateException ex) {
				this.leftOut.put(contender, String.valueOf(ex.getMessage()));
			}
		}
	}

	private void measure(String contender) {
		List<Streamed> rounds = new ArrayList<>();
		for (int i = 0; i < this.forks; i++) {
			rounds.add(fork(contender));
		}
		rounds.sort(Comparator.comparingLong(Streamed::nanos));
		Streamed median = rounds.get(rounds.size() / 2);
		if (!this.results.isEmpty() && this.results.get(0).digest() != median.digest()) {
			throw new IllegalStateException("does not read the same values");
		}
		this.results.add(median);
	}

	private Streamed fork(String contender) {
		ProcessBuilder command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx64m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-cp",
				System.getProperty("java.class.path"), StreamFork.class.getName(), contender, this.url)
			.redirectErrorStream(true);
		try {
			Process process = command.start();
			List<String> lines;
			try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
				lines = output.lines().toList();
			}
			return lines.stream()
				.filter(Streamed::isLine)
				.map(Streamed::parse)
				.findFirst()
				.orElseThrow(() -> new IllegalStateException(reason(lines)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot start a JVM", ex);
		}
	}

	private static String reason(List<String> lines) {
		return lines.stream()
			.filter((line) -> line.contains("Exception") || line.contains("Error"))
			.findFirst()
			.orElse("failed without saying why");
	}

	/** The table, as it is pasted. */
	String table() {
		List<String> names = this.results.stream().map(Streamed::contender).toList();
		StringBuilder text = new StringBuilder("\n### Streaming a million rows with a heap of 64 MB\n\n| | ")
			.append(String.join(" | ", names))
			.append(" |\n|---|")
			.append("---:|".repeat(names.size()))
			.append('\n');
		Streamed base = this.results.get(0);
		row(text, "time, as a ratio to hand-written JDBC", (found) -> number(1.0 * found.nanos() / base.nanos()));
		row(text, "bytes allocated, as a ratio", (found) -> number(1.0 * found.bytes() / base.bytes()));
		row(text, "peak heap, sampled after a collection, MB", (found) -> number(found.peak() / 1048576.0));
		if (!this.leftOut.isEmpty()) {
			text.append('\n');
			this.leftOut.forEach((name, why) -> text.append("- `%s` is left out: %s%n".formatted(name, why)));
		}
		return text.toString();
	}

	private void row(StringBuilder text, String title, Function<Streamed, String> cell) {
		text.append("| ").append(title).append(" |");
		this.results.forEach((found) -> text.append(' ').append(cell.apply(found)).append(" |"));
		text.append('\n');
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.2f", value);
	}

	/** The results as JSON objects. */
	List<String> json() {
		return this.results.stream()
			.map((found) -> String.format(Locale.ROOT,
					"{\"workload\":\"streaming a million rows\",\"contender\":\"%s\",\"nsPerOp\":%d,\"bytesPerOp\":%d,"
							+ "\"peakHeapBytes\":%d}",
					found.contender(), found.nanos(), found.bytes(), found.peak()))
			.toList();
	}

}

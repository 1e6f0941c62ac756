package dev.orm.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import dev.orm.benchmark.contender.Contenders;

/**
 * Streams a million rows through each contender, in turns, each in a JVM with a heap of
 * 64 MB. Who needs more, or reads other values than the baseline, is left out.
 */
final class Streaming {

	private final String url;

	private final int turns;

	private final List<Streamed> results = new ArrayList<>();

	private final Map<String, String> leftOut = new LinkedHashMap<>();

	Streaming(String url, int turns) {
		this.url = url;
		this.turns = turns;
	}

	void run() {
		BenchmarkDatabase.fillOrders(this.url);
		Outcome<Streamed> outcome = Outcome.inTurns(Contenders.names(), this::fork);
		this.leftOut.putAll(outcome.failures());
		Streamed base = outcome.results().get(Contenders.BASELINE);
		if (base == null) {
			throw new IllegalStateException("There is no baseline: " + this.leftOut);
		}
		outcome.results().forEach((contender, found) -> {
			if (found.digest() == base.digest()) {
				this.results.add(found);
			}
			else {
				this.leftOut.put(contender, "does not read the same values");
			}
		});
	}

	private Streamed fork(String contender, Turns others) throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx64m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", others.argument(), "-cp",
				System.getProperty("java.class.path"), StreamFork.class.getName(), contender, this.url,
				String.valueOf(this.turns))
			.redirectErrorStream(true)
			.start();
		try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
			List<String> lines = output.lines().toList();
			return lines.stream()
				.filter(Streamed::isLine)
				.map(Streamed::parse)
				.findFirst()
				.orElseThrow(() -> new IllegalStateException(reason(lines)));
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
		row(text, "time, as a ratio to hand-written JDBC", (found) -> number(found.times().ratio(base.times())));
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
					"{\"workload\":\"streaming a million rows\",\"contender\":\"%s\",\"nsPerOp\":%.1f,\"bytesPerOp\":%d,"
							+ "\"peakHeapBytes\":%d}",
					found.contender(), found.times().median(), found.bytes(), found.peak()))
			.toList();
	}

}

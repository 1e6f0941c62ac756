package dev.orm.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import dev.orm.test.TestDatabase;

/** Runs what keeps memory in Java machines with small heaps. */
final class MemoryAttack implements Attack {

	private static final int ROWS = 40_000;

	private static final long SHORTEST = 500;

	private static final Map<String, Size> SCENARIOS = Map.of("shapes", new Size(6_000, 96), "updates",
			new Size(60_000, 48), "kept", new Size(60, 64), "stream", new Size(1, 48));

	/** How often a scenario is repeated at most, and with what heap. */
	private record Size(int times, int megabytes) {

	}

	@Override
	public String name() {
		return "memory under small heaps";
	}

	@Override
	public void run(Ledger ledger, Deadline until) {
		try (TestDatabase database = TestDatabase.create(Sample.SCHEMA)) {
			database.execute("INSERT INTO attack_values (whole, text) SELECT i, repeat('x', 100)"
					+ " FROM generate_series(1, %d) i".formatted(ROWS));
			long share = Math.max(SHORTEST, until.left().toMillis() / SCENARIOS.size());
			SCENARIOS.forEach((name, size) -> run(ledger, database.url(), name, size, share));
		}
	}

	private static void run(Ledger ledger, String url, String scenario, Size size, long share) {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		ProcessBuilder builder = new ProcessBuilder(java, "-Xmx" + size.megabytes() + "m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), SmallHeap.class.getName(),
				scenario, url, String.valueOf(size.times()), String.valueOf(share));
		try {
			Process process = builder.redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				ledger.problem("%s in %d MB: %s".formatted(scenario, size.megabytes(), last(output)));
			}
			output.lines()
				.filter((line) -> line.startsWith("done "))
				.forEach((line) -> ledger.operations(Integer.parseInt(line.substring("done ".length()))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static String last(String output) {
		return output.lines()
			.filter((line) -> line.contains("Error") || line.contains("Exception"))
			.findFirst()
			.orElse("failed");
	}

}

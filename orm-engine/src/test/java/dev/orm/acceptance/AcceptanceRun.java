package dev.orm.acceptance;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.acceptance.CaseOutcome.Status;

/**
 * Runs the cases of a folder, or of all folders in it, and prints the failures and a
 * summary. {@code bin/acceptance} starts {@link #main}.
 */
public final class AcceptanceRun {

	private final PrintStream out;

	AcceptanceRun(PrintStream out) {
		this.out = out;
	}

	/**
	 * Run all cases of a folder and print the failures and a summary.
	 * @param arguments the folder; none for the cases among the test resources
	 */
	public static void main(String[] arguments) {
		AcceptanceRun run = new AcceptanceRun(new PrintStream(System.out, true, StandardCharsets.UTF_8));
		AcceptanceReport report = (arguments.length > 0) ? run.folders(Path.of(arguments[0])) : run.print("", null);
		System.exit((report.count(Status.FAILED) > 0 || report.outcomes().isEmpty()) ? 1 : 0);
	}

	/** Run a folder of cases, or each such folder below it. */
	AcceptanceReport folders(Path folder) {
		List<Path> folders = withCases(folder);
		if (folders.size() == 1 && folders.get(0).equals(folder)) {
			return print("", folder);
		}
		AcceptanceReport all = AcceptanceReport.EMPTY;
		for (Path one : folders) {
			all = all.and(print(folder.relativize(one) + ": ", one));
		}
		this.out.println("all %d folders: %s".formatted(folders.size(), all.summary()));
		return all;
	}

	private static List<Path> withCases(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return new ArrayList<>(files.filter((file) -> isCases(file.getFileName().toString()))
				.map(Path::getParent)
				.distinct()
				.sorted()
				.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + folder, ex);
		}
	}

	private static boolean isCases(String name) {
		return name.equals("cases.jsonl") || name.equals("cases.jsonl.gz");
	}

	private AcceptanceReport print(String prefix, @org.jspecify.annotations.Nullable Path folder) {
		AcceptanceReport report = report(folder);
		report.lines().forEach((line) -> this.out.println(prefix + line));
		this.out.println(prefix + report.summary());
		return report;
	}

	/** A folder that cannot be run fails as a whole, and only it. */
	private static AcceptanceReport report(@org.jspecify.annotations.Nullable Path folder) {
		try (AcceptanceRunner runner = new AcceptanceRunner(folder)) {
			return runner.runAll();
		}
		catch (RuntimeException | LinkageError ex) {
			return AcceptanceReport.broken(cases(folder), ex);
		}
	}

	/** Where not even the cases can be read, the folder is one that fails. */
	private static List<AcceptanceCase> cases(@org.jspecify.annotations.Nullable Path folder) {
		try {
			return new CaseReader(folder).cases();
		}
		catch (RuntimeException ex) {
			return List.of(AcceptanceCase.unread("cases.jsonl or expected.jsonl"));
		}
	}

}

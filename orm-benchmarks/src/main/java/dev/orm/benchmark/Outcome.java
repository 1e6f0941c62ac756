package dev.orm.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What became of JVMs that worked in turns, by contender.
 *
 * @param results what they answered
 * @param failures who failed, and why
 */
record Outcome<T>(Map<String, T> results, Map<String, String> failures) {

	/**
	 * Run a JVM for each contender and wait for all.
	 * @param <T> what a JVM answers
	 * @param contenders the contenders
	 * @param jvm runs the JVM of one
	 * @return what became of them
	 */
	static <T> Outcome<T> inTurns(List<String> contenders, Jvm<T> jvm) {
		ExecutorService starters = Executors.newFixedThreadPool(contenders.size());
		try (Turns turns = new Turns(contenders.size())) {
			Map<String, Future<T>> running = new LinkedHashMap<>();
			contenders.forEach((contender) -> running.put(contender, starters.submit(() -> {
				try {
					return jvm.run(contender, turns);
				}
				finally {
					turns.ended();
				}
			})));
			return collect(running);
		}
		finally {
			starters.shutdownNow();
		}
	}

	private static <T> Outcome<T> collect(Map<String, Future<T>> running) {
		Outcome<T> outcome = new Outcome<>(new LinkedHashMap<>(), new LinkedHashMap<>());
		running.forEach((contender, jvm) -> {
			try {
				outcome.results().put(contender, jvm.get());
			}
			catch (ExecutionException ex) {
				outcome.failures().put(contender, String.valueOf(ex.getCause()));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted while " + contender + " was measured", ex);
			}
		});
		return outcome;
	}

	/** Runs the JVM of a contender to its end. */
	interface Jvm<T> {

		T run(String contender, Turns turns) throws Exception;

	}

}

package dev.orm.law.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.orm.test.TestDatabase;

/**
 * Tries seeds side by side, each thread on a database of its own, as concurrent indexes
 * wait for all others of theirs. A database is given up after some seeds: each leaves
 * dead rows in the catalogue, which all that follow would read.
 */
final class SeededRuns {

	private static final int SEEDS_OF_A_DATABASE = 40;

	private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

	private SeededRuns() {
	}

	/** Try seeds; the lowest one that fails is told. */
	static void each(int first, int number, Law law) throws SQLException {
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			List<Future<Void>> runs = new ArrayList<>();
			for (int start = first; start < first + number; start += SEEDS_OF_A_DATABASE) {
				int from = start;
				int to = Math.min(first + number, start + SEEDS_OF_A_DATABASE);
				runs.add(threads.submit(() -> {
					run(from, to, law);
					return null;
				}));
			}
			for (Future<Void> run : runs) {
				await(run);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static void run(int from, int to, Law law) throws SQLException {
		try (TestDatabase database = TestDatabase.create();
				Connection connection = database.dataSource().getConnection()) {
			for (int seed = from; seed < to; seed++) {
				law.holds(connection, seed);
			}
		}
	}

	private static void await(Future<Void> run) throws SQLException {
		try {
			run.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof SQLException failure) {
				throw failure;
			}
			if (ex.getCause() instanceof Error failure) {
				throw failure;
			}
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** What holds for all seeds. */
	@FunctionalInterface
	interface Law {

		void holds(Connection connection, int seed) throws SQLException;

	}

}

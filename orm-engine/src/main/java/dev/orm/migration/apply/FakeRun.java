package dev.orm.migration.apply;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Writes to Flyway's table what did not happen. Used by one thread. */
final class FakeRun {

	/** Flyway counts its tries by seconds. */
	private static final int TRIES_A_SECOND = 20;

	private final Flyway flyway;

	FakeRun(Flyway flyway) {
		this.flyway = flyway;
	}

	List<String> apply(List<MigrationInfo> migrations) {
		return record((history, connection) -> add(history, connection, migrations, false));
	}

	List<String> takeBack(List<MigrationInfo> migrations) {
		return record((history, connection) -> add(history, connection, migrations, true));
	}

	/** Forget what has no file; what sums all of it up has run instead. */
	List<String> forget(List<MigrationInfo> missing, Optional<MigrationInfo> baseline) {
		return record((history, connection) -> {
			List<String> forgotten = add(history, connection, missing, true);
			if (baseline.isPresent()) {
				history.add(connection, HistoryRow.of(baseline.get()), 0);
			}
			return forgotten;
		});
	}

	/** Record what ran under the versions its files have. */
	void renumber(List<Renumbering.Moved> all) {
		record((history, connection) -> {
			for (Renumbering.Moved moved : all) {
				history.add(connection, moved.ran().deleted(), 0);
			}
			for (Renumbering.Moved moved : all) {
				history.add(connection, moved.now(), 0);
			}
			return List.of();
		});
	}

	private static List<String> add(HistoryTable history, Connection connection, List<MigrationInfo> migrations,
			boolean applied) throws SQLException {
		List<String> recorded = new ArrayList<>();
		for (MigrationInfo migration : migrations) {
			HistoryRow row = HistoryRow.of(migration);
			if (history.isApplied(connection, row.version()) == applied) {
				history.add(connection, applied ? row.deleted() : row, 0);
				recorded.add(MigrationStatus.title(migration));
			}
		}
		return recorded;
	}

	private List<String> record(Recording recording) {
		try (DatabaseSession session = DatabaseSession.open(this.flyway.getConfiguration())) {
			Connection connection = session.connection();
			HistoryTable history = new HistoryTable(this.flyway.getConfiguration(), connection.getSchema());
			if (!history.exists(connection)) {
				// a database that was made by other means has no table of Flyway's yet
				ForwardRun.configuration(this.flyway)
					.baselineVersion("0")
					.baselineDescription("before migrations")
					.load()
					.baseline();
			}
			connection.setAutoCommit(false);
			waitForFlyway(history, connection);
			history.lock(connection);
			List<String> recorded = recording.write(history, connection);
			connection.commit();
			connection.setAutoCommit(true);
			return recorded;
		}
		catch (SQLException ex) {
			throw MigrationFailure.of("Nothing was recorded", ex);
		}
	}

	/** What runs has been chosen before, and is recorded when it has run. */
	private void waitForFlyway(HistoryTable history, Connection connection) throws SQLException {
		int tries = this.flyway.getConfiguration().getLockRetryCount();
		for (int tried = 0; !history.lockOutFlyway(connection); tried++) {
			connection.rollback();
			if (tries >= 0 && tried >= tries * TRIES_A_SECOND) {
				throw new SQLException("somebody migrates the database at this time", "55P03");
			}
			LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) / TRIES_A_SECOND);
		}
	}

	/** Writes rows. */
	@FunctionalInterface
	private interface Recording {

		List<String> write(HistoryTable history, Connection connection) throws SQLException;

	}

}

package dev.orm.migration.apply;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Writes to Flyway's table what did not happen. Used by one thread. */
final class FakeRun {

	private final Flyway flyway;

	private final FluentConfiguration configuration;

	FakeRun(Flyway flyway, FluentConfiguration configuration) {
		this.flyway = flyway;
		this.configuration = configuration;
	}

	List<String> apply(List<MigrationInfo> migrations) {
		return record(migrations, HistoryTable::addApplied, false);
	}

	List<String> takeBack(List<MigrationInfo> migrations) {
		return record(migrations, (history, connection, migration) -> history.addDeleted(connection, migration, 0),
				true);
	}

	private List<String> record(List<MigrationInfo> migrations, Row row, boolean applied) {
		List<String> recorded = new ArrayList<>();
		try (DatabaseSession session = DatabaseSession.open(this.flyway.getConfiguration())) {
			Connection connection = session.connection();
			HistoryTable history = new HistoryTable(this.flyway.getConfiguration(), connection.getSchema());
			if (!history.exists(connection)) {
				// a database that was made by other means has no table of Flyway's yet
				this.configuration.baselineVersion("0").baselineDescription("before migrations").load().baseline();
			}
			connection.setAutoCommit(false);
			history.lock(connection);
			for (MigrationInfo migration : migrations) {
				if (history.isApplied(connection, migration) == applied) {
					row.add(history, connection, migration);
					recorded.add(Migrator.title(migration));
				}
			}
			connection.commit();
			connection.setAutoCommit(true);
		}
		catch (SQLException ex) {
			throw new MigrationException("", "Nothing was recorded: " + ex.getMessage(), ex);
		}
		return recorded;
	}

	/** Writes one row. */
	@FunctionalInterface
	private interface Row {

		void add(HistoryTable history, Connection connection, MigrationInfo migration) throws SQLException;

	}

}

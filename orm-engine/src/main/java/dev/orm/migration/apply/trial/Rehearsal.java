package dev.orm.migration.apply.trial;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.problem.MigrationException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Runs migrations on a scratch database and measures each statement: what it locks,
 * writes anew and reads from end to end, as the server's catalogue says. That holds for
 * SQL written by hand as well, and on empty tables. Used once.
 */
public final class Rehearsal {

	private static final List<String> MODES = List.of("ShareUpdateExclusiveLock", "ShareLock", "ShareRowExclusiveLock",
			"ExclusiveLock", "AccessExclusiveLock");

	private final List<MeasuredStatement> measured = new ArrayList<>();

	private Snapshot last = Snapshot.EMPTY;

	/**
	 * Run all migrations of a folder.
	 * @param scratch an empty database
	 * @param migrations the folder Flyway looks into
	 * @param steps the migrations in Java
	 * @return the statements, in the order in which they ran
	 * @throws MigrationException if one fails
	 */
	public List<MeasuredStatement> run(ScratchDatabase scratch, Path migrations, JavaStepClasses steps) {
		scratch.migrator(migrations, steps, false, new Meter()).migrate();
		return List.copyOf(this.measured);
	}

	private void start(Connection connection) throws SQLException {
		this.last = Snapshot.start(connection);
	}

	private void measure(String migration, String sql, Connection connection) throws SQLException {
		Snapshot now = Snapshot.of(connection, this.last.tables());
		Map<String, String> locks = new HashMap<>();
		now.locks().forEach((table, modes) -> modes.forEach((mode) -> {
			if (!this.last.locks().getOrDefault(table, Set.of()).contains(mode)) {
				locks.merge(table, mode, (one, other) -> (rank(one) > rank(other)) ? one : other);
			}
		}));
		locks.values().removeIf((mode) -> rank(mode) == 0);
		this.measured.add(new MeasuredStatement(migration, sql, locks, differing(this.last.files(), now.files()),
				differing(this.last.scans(), now.scans())));
		this.last = now;
	}

	/** How many wait for a lock; zero if neither readers nor writers do. */
	private static int rank(String mode) {
		return Math.max(0, MODES.indexOf(mode) + 1);
	}

	private static Set<String> differing(Map<String, String> before, Map<String, String> after) {
		Set<String> tables = new HashSet<>();
		before.forEach((table, value) -> {
			if (after.containsKey(table) && !value.equals(after.get(table))) {
				tables.add(table);
			}
		});
		return tables;
	}

	/** Looks after each statement. */
	private final class Meter implements Callback {

		@Override
		public boolean supports(Event event, Context context) {
			return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE_STATEMENT;
		}

		@Override
		public boolean canHandleInTransaction(Event event, Context context) {
			return true;
		}

		@Override
		public void handle(Event event, Context context) {
			try {
				if (event == Event.BEFORE_EACH_MIGRATE) {
					start(context.getConnection());
				}
				else {
					measure(MigrationStatus.title(context.getMigrationInfo()), context.getStatement().getSql(),
							context.getConnection());
				}
			}
			catch (SQLException ex) {
				throw new MigrationException("", "A statement cannot be measured: " + ex.getMessage(), ex);
			}
		}

		@Override
		public String getCallbackName() {
			return "orm rehearsal";
		}

	}

	/**
	 * What the catalogue says of tables, by their names at the start of the migration.
	 *
	 * @param tables names by object ids
	 * @param locks modes held by this connection
	 * @param files where rows are
	 * @param scans how often each was read from end to end
	 */
	private record Snapshot(Map<String, String> tables, Map<String, Set<String>> locks, Map<String, String> files,
			Map<String, String> scans) {

		private static final Snapshot EMPTY = new Snapshot(Map.of(), Map.of(), Map.of(), Map.of());

		private static final String OWN = "relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') "
				+ "AND n.nspname NOT LIKE 'pg\\_%' AND relname <> 'flyway_schema_history'";

		static Snapshot start(Connection connection) throws SQLException {
			try (Statement statement = connection.createStatement()) {
				return of(connection, pairs(statement,
						"SELECT c.oid::text, relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE "
								+ OWN));
			}
		}

		static Snapshot of(Connection connection, Map<String, String> tables) throws SQLException {
			try (Statement statement = connection.createStatement()) {
				Map<String, String> files = named(tables,
						pairs(statement, "SELECT oid::text, relfilenode::text FROM pg_class WHERE relkind = 'r'"));
				Map<String, String> scans = named(tables,
						pairs(statement, "SELECT relid::text, seq_scan::text FROM pg_stat_xact_user_tables"));
				tables.values().forEach((table) -> scans.putIfAbsent(table, "0"));
				return new Snapshot(tables, locks(statement, tables), files, scans);
			}
		}

		private static Map<String, String> pairs(Statement statement, String sql) throws SQLException {
			Map<String, String> pairs = new HashMap<>();
			try (ResultSet rows = statement.executeQuery(sql)) {
				while (rows.next()) {
					pairs.put(rows.getString(1), rows.getString(2));
				}
			}
			return pairs;
		}

		private static Map<String, String> named(Map<String, String> tables, Map<String, String> values) {
			Map<String, String> named = new HashMap<>();
			tables.forEach((oid, table) -> {
				String value = values.get(oid);
				if (value != null) {
					named.put(table, value);
				}
			});
			return named;
		}

		private static Map<String, Set<String>> locks(Statement statement, Map<String, String> tables)
				throws SQLException {
			Map<String, Set<String>> locks = new HashMap<>();
			try (ResultSet rows = statement.executeQuery("SELECT relation::text, mode FROM pg_locks "
					+ "WHERE pid = pg_backend_pid() AND locktype = 'relation' AND granted")) {
				while (rows.next()) {
					String table = tables.get(rows.getString(1));
					if (table != null) {
						locks.computeIfAbsent(table, (name) -> new HashSet<>()).add(rows.getString(2));
					}
				}
			}
			return locks;
		}

	}

}

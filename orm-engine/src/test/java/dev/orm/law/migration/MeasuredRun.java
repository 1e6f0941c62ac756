package dev.orm.law.migration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

import dev.orm.migration.lint.Lock;

/**
 * Runs statements and looks meanwhile what they lock, write anew and read of the tables
 * that are there before, by the names those have then. Used once.
 */
final class MeasuredRun {

	private static final String TABLES = "SELECT c.oid::text, CASE nspname WHEN current_schema() THEN relname "
			+ "ELSE nspname || '.' || relname END FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace "
			+ "WHERE relkind IN ('r', 'p') AND nspname IN (current_schema(), '" + RandomModels.SCHEMA + "')";

	private static final String FILES = "SELECT oid::text, relfilenode::text FROM pg_class WHERE relkind = 'r'";

	private static final String SCANS = "SELECT relid::text, seq_scan::text FROM pg_stat_xact_user_tables";

	private static final String LOCKS = "SELECT relation::text, mode FROM pg_locks "
			+ "WHERE locktype = 'relation' AND granted AND pid = ";

	private final Connection connection;

	private final Map<String, String> tables;

	private final Map<String, String> files;

	private final Map<String, Lock> locks = new TreeMap<>();

	private final Set<String> scanned = new TreeSet<>();

	MeasuredRun(Connection connection) throws SQLException {
		this.connection = connection;
		this.tables = texts(connection, TABLES);
		this.files = texts(connection, FILES);
	}

	/** Run statements in one transaction. */
	void together(List<String> statements) throws SQLException {
		this.connection.setAutoCommit(false);
		try (Statement statement = this.connection.createStatement()) {
			Map<String, String> before = texts(this.connection, SCANS);
			statement.execute(String.join(";\n", statements));
			Map<String, Lock> held = held(this.connection, "pg_backend_pid()");
			held.forEach((table, lock) -> this.locks.merge(table, lock, Lock::or));
			texts(this.connection, SCANS).forEach((oid, scans) -> {
				String table = this.tables.get(oid);
				boolean locked = table != null && held.getOrDefault(table, Lock.NONE).compareTo(Lock.SHARE) >= 0;
				if (locked && !scans.equals(before.getOrDefault(oid, "0"))) {
					this.scanned.add(table);
				}
			});
			this.connection.commit();
		}
		finally {
			this.connection.rollback();
			this.connection.setAutoCommit(true);
		}
	}

	/** Run statements one by one. */
	void apart(List<String> statements) throws SQLException {
		for (String sql : statements) {
			if (sql.contains(" CONCURRENTLY ")) {
				beside(sql);
			}
			else if (sql.contains("COMMIT;")) {
				// it changes rows in batches, and locks nothing but those
				try (Statement statement = this.connection.createStatement()) {
					statement.execute(sql);
				}
			}
			else {
				together(List.of(sql));
			}
		}
	}

	/**
	 * Run a statement that runs in no transaction. Somebody who writes to all tables
	 * holds it up, and looks.
	 */
	private void beside(String sql) throws SQLException {
		String pid = texts(this.connection, "SELECT pg_backend_pid()::text, ''").keySet().iterator().next();
		try (Connection writer = DriverManager.getConnection(this.connection.getMetaData().getURL());
				Statement writing = writer.createStatement()) {
			writer.setAutoCommit(false);
			writing.execute("LOCK TABLE " + String.join(", ", existing(writer)) + " IN ROW EXCLUSIVE MODE");
			FutureTask<Void> run = new FutureTask<>(() -> {
				try (Statement statement = this.connection.createStatement()) {
					statement.execute(sql);
				}
				return null;
			});
			Thread thread = new Thread(run, "concurrently");
			thread.start();
			while (!run.isDone()
					&& texts(writer, "SELECT pid::text, '' FROM pg_locks WHERE NOT granted AND pid = " + pid)
						.isEmpty()) {
				LockSupport.parkNanos(500_000);
			}
			held(writer, pid).forEach((table, lock) -> this.locks.merge(table, lock, Lock::or));
			writer.commit();
			await(run);
		}
	}

	private Set<String> existing(Connection writer) throws SQLException {
		Set<String> existing = new HashSet<>(
				texts(writer, "SELECT oid::text, oid::regclass::text FROM pg_class WHERE relkind IN ('r', 'p')")
					.entrySet()
					.stream()
					.filter((table) -> this.tables.containsKey(table.getKey()))
					.map(Map.Entry::getValue)
					.toList());
		return existing;
	}

	private static void await(FutureTask<Void> run) throws SQLException {
		try {
			run.get();
		}
		catch (ExecutionException ex) {
			throw new SQLException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private Map<String, Lock> held(Connection looking, String pid) throws SQLException {
		Map<String, Lock> held = new TreeMap<>();
		try (Statement statement = looking.createStatement(); ResultSet rows = statement.executeQuery(LOCKS + pid)) {
			while (rows.next()) {
				String table = this.tables.get(rows.getString(1));
				Lock lock = Lock.ofMode(rows.getString(2));
				if (table != null && lock != Lock.NONE) {
					held.merge(table, lock, Lock::or);
				}
			}
		}
		return held;
	}

	/** The strongest locks that were held. */
	Map<String, Lock> locks() {
		return this.locks;
	}

	/** The tables that were read while their writers waited. */
	Set<String> scanned() {
		return this.scanned;
	}

	/** The tables that lie elsewhere than before. */
	Set<String> rewritten() throws SQLException {
		Map<String, String> now = texts(this.connection, FILES);
		Set<String> rewritten = new TreeSet<>();
		this.tables.forEach((oid, table) -> {
			if (now.containsKey(oid) && !now.get(oid).equals(this.files.get(oid))) {
				rewritten.add(table);
			}
		});
		return rewritten;
	}

	private static Map<String, String> texts(Connection connection, String sql) throws SQLException {
		Map<String, String> texts = new TreeMap<>();
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				texts.put(rows.getString(1), rows.getString(2));
			}
		}
		return texts;
	}

}

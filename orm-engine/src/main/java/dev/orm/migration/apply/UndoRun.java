package dev.orm.migration.apply;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.orm.migration.apply.Rollback.Loss;
import dev.orm.schema.Change;
import dev.orm.schema.JournalEntry;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.TablePath;
import dev.orm.schema.Version;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Takes migrations back by their undo scripts. Used by one thread. */
final class UndoRun {

	private final Flyway flyway;

	private final MigrationResources resources;

	private final LockTimeout timeout;

	UndoRun(Flyway flyway, MigrationResources resources, LockTimeout timeout) {
		this.flyway = flyway;
		this.resources = resources;
		this.timeout = timeout;
	}

	List<Rollback> plan(List<MigrationInfo> migrations) {
		migrations.forEach(this::script);
		List<Rollback> plan = new ArrayList<>();
		try (DatabaseSession session = connect()) {
			Connection connection = session.connection();
			for (MigrationInfo migration : migrations) {
				plan.add(new Rollback(Migrator.title(migration), losses(connection, migration)));
			}
		}
		catch (SQLException ex) {
			throw new MigrationException("", "Cannot read what would be lost: " + ex.getMessage(), ex);
		}
		return plan;
	}

	private DatabaseSession connect() throws SQLException {
		return DatabaseSession.open(this.flyway.getConfiguration());
	}

	private String script(MigrationInfo migration) {
		String title = Migrator.title(migration);
		String name = "U" + title.substring(1) + ".sql";
		return this.resources.undo(name)
			.orElseThrow(() -> new MigrationException(title,
					("%s has no undo: undo/%s is missing. Write it, or an " + "empty one for \"nothing to undo\".")
						.formatted(title, name),
					null));
	}

	private List<Loss> losses(Connection connection, MigrationInfo migration) throws SQLException {
		Optional<JournalEntry> entry = this.resources.journal()
			.migration(new Version(migration.getVersion().getVersion()));
		List<Loss> losses = new ArrayList<>();
		for (Change change : entry.map((found) -> Change.inverse(found.changes())).orElse(List.of())) {
			boolean partOfLostTable = losses.stream()
				.anyMatch((loss) -> loss.object().equals(ObjectId.table(change.id().table())));
			if (change.loses() && !partOfLostTable) {
				count(connection, change.id()).ifPresent((values) -> losses.add(new Loss(change.id(), values)));
			}
		}
		losses.removeIf((loss) -> loss.values() == 0
				|| losses.stream().anyMatch((other) -> other.object().equals(ObjectId.table(loss.object().table()))));
		return losses;
	}

	private static Optional<Long> count(Connection connection, ObjectId id) throws SQLException {
		boolean table = id.kind() == ObjectKind.TABLE;
		String sql = "SELECT count(" + (table ? "*" : quoted(id.name())) + ") FROM "
				+ quoted(TablePath.of(table ? id.name() : id.table()));
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
		}
		catch (SQLException ex) {
			// an undo before this one brings it back first
			if (ex.getSQLState() != null && ex.getSQLState().startsWith("42")) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	private static String quoted(TablePath path) {
		return path.parts().stream().map(UndoRun::quoted).collect(Collectors.joining("."));
	}

	private static String quoted(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	List<String> run(List<MigrationInfo> migrations) {
		migrations.forEach(this::script);
		List<String> done = new ArrayList<>();
		for (MigrationInfo migration : migrations) {
			run(migration, script(migration));
			done.add(Migrator.title(migration));
		}
		return done;
	}

	private void run(MigrationInfo migration, String script) {
		try (DatabaseSession session = connect()) {
			Connection connection = session.connection();
			HistoryTable history = new HistoryTable(this.flyway.getConfiguration(), connection.getSchema());
			if (script.contains("CONCURRENTLY")) {
				apart(connection, history, migration, script);
			}
			else {
				together(connection, history, migration, script);
			}
		}
		catch (SQLException ex) {
			throw new MigrationException(Migrator.title(migration),
					"Cannot take back %s: %s. It stays applied.".formatted(Migrator.title(migration), ex.getMessage()),
					ex);
		}
	}

	/** The script and its record are one transaction: both happen, or neither. */
	private void together(Connection connection, HistoryTable history, MigrationInfo migration, String script)
			throws SQLException {
		connection.setAutoCommit(false);
		try {
			LockTimeoutCallback.set(connection, this.timeout);
			history.lock(connection);
			if (history.isApplied(connection, migration)) {
				history.addDeleted(connection, migration, execute(connection, script));
			}
			connection.commit();
		}
		catch (SQLException ex) {
			rollBack(connection, ex);
			throw ex;
		}
		finally {
			if (!connection.isClosed()) {
				connection.setAutoCommit(true);
			}
		}
	}

	private static void rollBack(Connection connection, SQLException failure) {
		try {
			connection.rollback();
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * A concurrent index is dropped outside of a transaction. Its statements may be run
	 * again, so a lost connection is made good by another run.
	 */
	private static void apart(Connection connection, HistoryTable history, MigrationInfo migration, String script)
			throws SQLException {
		connection.setAutoCommit(true);
		long start = System.nanoTime();
		for (String sql : script.split(";\\s*(\\n|$)")) {
			if (!sql.isBlank()) {
				execute(connection, sql);
			}
		}
		history.addDeleted(connection, migration, (int) ((System.nanoTime() - start) / 1_000_000));
	}

	private static int execute(Connection connection, String script) throws SQLException {
		long start = System.nanoTime();
		try (Statement statement = connection.createStatement()) {
			if (!script.isBlank()) {
				statement.execute(script);
			}
		}
		return (int) ((System.nanoTime() - start) / 1_000_000);
	}

}

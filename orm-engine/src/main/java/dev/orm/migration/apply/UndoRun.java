package dev.orm.migration.apply;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.orm.dialect.IdentifierQuoting;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.Version;
import dev.orm.migration.apply.Rollback.Loss;
import dev.orm.migration.apply.resource.MigrationResources;
import dev.orm.migration.apply.step.JavaStep;
import dev.orm.migration.files.Placeholders;
import dev.orm.migration.files.ScriptStatements;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;
import dev.orm.schema.Change;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Raw;
import dev.orm.schema.TablePath;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;

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
		migrations.forEach(this::undo);
		List<Rollback> plan = new ArrayList<>();
		try (DatabaseSession session = connect()) {
			Connection connection = session.connection();
			for (MigrationInfo migration : migrations) {
				undo(migration).check().run(connection);
				plan.add(new Rollback(MigrationStatus.title(migration), losses(connection, migration)));
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

	/** How a migration is taken back: by its code in Java, or by its undo script. */
	private Undo undo(MigrationInfo migration) {
		Optional<JavaStep> step = JavaStep.find(this.flyway.getConfiguration(), migration);
		String name = "U" + MigrationStatus.title(migration).substring(1) + ".sql";
		Optional<String> script = this.resources.undo(name);
		if (script.isPresent()) {
			boolean apart = ScriptStatements.isConcurrent(script.get()) || this.resources.undoRunsApart(name);
			UndoScript undo = new UndoScript(MigrationStatus.title(migration),
					this.resources.undoPlace(migration.getScript(), name), filled(name, script.get()), apart);
			return new Undo(apart, undo::run, undo::requireReversible);
		}
		if (step.isPresent()) {
			step.get().requireBackward();
			return new Undo(step.get().runsApart(),
					(connection) -> step.get().takeBack(this.flyway.getConfiguration(), connection), (connection) -> {
					});
		}
		String title = MigrationStatus.title(migration);
		throw new MigrationException(MigrationProblem.IRREVERSIBLE, title,
				"%s has no undo: %s is missing. Write it, or an empty one for \"nothing to undo\".".formatted(title,
						this.resources.undoPlace(migration.getScript(), name)),
				null);
	}

	/** As Flyway would run it. */
	private String filled(String name, String script) {
		Configuration configuration = this.flyway.getConfiguration();
		boolean off = !configuration.isPlaceholderReplacement()
				|| this.resources.undo(name + ".conf").filter(Placeholders::areOff).isPresent();
		if (off) {
			return script;
		}
		Map<String, String> values = new HashMap<>(configuration.getPlaceholders());
		values.put("flyway:table", configuration.getTable());
		values.put("flyway:filename", name);
		Optional.ofNullable(configuration.getDefaultSchema())
			.ifPresent((schema) -> values.put("flyway:defaultSchema", schema));
		return new Placeholders(configuration.getPlaceholderPrefix(), configuration.getPlaceholderSuffix(), values)
			.in(script);
	}

	private List<Loss> losses(Connection connection, MigrationInfo migration) throws SQLException {
		Optional<JournalEntry> entry = this.resources.journal()
			.migration(new Version(migration.getVersion().getVersion()));
		List<Loss> losses = new ArrayList<>();
		for (Change change : entry.map((found) -> Change.inverse(found.changes())).orElse(List.of())) {
			boolean partOfLostTable = losses.stream()
				.anyMatch((loss) -> loss.object().equals(ObjectId.table(change.id().table())));
			if (change.loses() && !partOfLostTable) {
				ObjectId lost = lost(change);
				count(connection, lost).ifPresent((values) -> losses.add(new Loss(lost, values)));
			}
		}
		losses.removeIf((loss) -> loss.values() == 0
				|| losses.stream().anyMatch((other) -> other.object().equals(ObjectId.table(loss.object().table()))));
		return losses;
	}

	/** A partition is known by its statements only. */
	private static ObjectId lost(Change change) {
		return (change instanceof Change.Remove removed && removed.object() instanceof Raw raw)
				? raw.droppedTable().orElse(raw.id()) : change.id();
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
		return IdentifierQuoting.DOUBLE_QUOTES.quote(name);
	}

	List<Rollback.Done> run(List<MigrationInfo> migrations) {
		migrations.forEach(this::undo);
		List<Rollback.Done> done = new ArrayList<>();
		for (MigrationInfo migration : migrations) {
			int milliseconds = run(migration, undo(migration));
			done.add(new Rollback.Done(MigrationStatus.title(migration), milliseconds));
		}
		return done;
	}

	private int run(MigrationInfo migration, Undo undo) {
		try (DatabaseSession session = connect()) {
			Connection connection = session.connection();
			HistoryTable history = new HistoryTable(this.flyway.getConfiguration(), connection.getSchema());
			return undo.apart() ? apart(connection, history, migration, undo)
					: together(connection, history, migration, undo);
		}
		catch (SQLException ex) {
			MigrationProblem problem = MigrationFailure.problem(ex);
			throw new MigrationException(problem, MigrationStatus.title(migration),
					"Cannot take back %s: %s. It stays applied.%s".formatted(MigrationStatus.title(migration),
							ex.getMessage(), MigrationFailure.hint(problem)),
					ex);
		}
	}

	/** The undo and its record are one transaction: both happen, or neither. */
	private int together(Connection connection, HistoryTable history, MigrationInfo migration, Undo undo)
			throws SQLException {
		return inTransaction(connection, () -> {
			LockTimeoutCallback.set(connection, this.timeout);
			history.lock(connection);
			HistoryRow row = HistoryRow.of(migration);
			int milliseconds = 0;
			if (history.isApplied(connection, row.version())) {
				milliseconds = time(connection, undo);
				history.add(connection, row.deleted(), milliseconds);
			}
			return milliseconds;
		});
	}

	private static int inTransaction(Connection connection, TimedWork work) throws SQLException {
		connection.setAutoCommit(false);
		try {
			int milliseconds = work.run();
			connection.commit();
			return milliseconds;
		}
		catch (SQLException | MigrationException ex) {
			rollBack(connection, ex);
			throw ex;
		}
		finally {
			if (!connection.isClosed()) {
				connection.setAutoCommit(true);
			}
		}
	}

	private static void rollBack(Connection connection, Exception failure) {
		try {
			connection.rollback();
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * A concurrent index is dropped outside of a transaction, and batches commit by
	 * themselves. Both may be run again, so a lost connection is made good by another
	 * run.
	 */
	private static int apart(Connection connection, HistoryTable history, MigrationInfo migration, Undo undo)
			throws SQLException {
		connection.setAutoCommit(true);
		int milliseconds = time(connection, undo);
		return inTransaction(connection, () -> {
			history.lock(connection);
			HistoryRow row = HistoryRow.of(migration);
			// another process may have done the same meanwhile
			if (history.isApplied(connection, row.version())) {
				history.add(connection, row.deleted(), milliseconds);
			}
			return milliseconds;
		});
	}

	private static int time(Connection connection, Undo undo) throws SQLException {
		long start = System.nanoTime();
		undo.work().run(connection);
		return (int) ((System.nanoTime() - start) / 1_000_000);
	}

	/**
	 * The way back of a migration.
	 *
	 * @param apart whether it runs outside of a transaction
	 * @param work what takes it back
	 * @param check what refuses to
	 */
	private record Undo(boolean apart, Work work, Work check) {

	}

	/** Takes something back. */
	@FunctionalInterface
	private interface Work {

		void run(Connection connection) throws SQLException;

	}

	/** Is done in a transaction, and says how long the undo of it ran. */
	@FunctionalInterface
	private interface TimedWork {

		int run() throws SQLException;

	}

}

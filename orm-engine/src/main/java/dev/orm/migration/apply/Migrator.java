package dev.orm.migration.apply;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.orm.journal.Journal;
import dev.orm.journal.Version;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.inspect.RowCounts;
import dev.orm.migration.inspect.Respelling;
import dev.orm.migration.inspect.SchemaReader;
import dev.orm.migration.model.SchemaStamp;
import dev.orm.schema.Namespace;
import dev.orm.schema.Schema;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/**
 * Runs the migrations of one database. Forward it is Flyway itself; back, it runs the
 * undo scripts that lie beside the migrations. Thread-safe; several processes may run it
 * at once.
 */
public final class Migrator {

	private final Flyway flyway;

	private final LockTimeout timeout;

	private final MigrationResources resources;

	private final LibraryMigrations libraries;

	/**
	 * Create a migrator.
	 * @param flyway knows the database and where migrations are; the journal and the undo
	 * scripts are looked for beside them
	 * @param timeout how long migrations wait for locks
	 */
	public Migrator(Flyway flyway, LockTimeout timeout) {
		this(flyway, timeout, LibraryMigrations.none(flyway));
	}

	private Migrator(Flyway flyway, LockTimeout timeout, LibraryMigrations libraries) {
		this.flyway = flyway;
		this.timeout = timeout;
		this.resources = new MigrationResources(flyway.getConfiguration());
		this.libraries = libraries;
	}

	static Migrator ofLibrary(Flyway flyway, LockTimeout timeout) {
		return new Migrator(flyway, timeout, LibraryMigrations.ofLibrary(flyway));
	}

	/**
	 * Return a migrator that runs the migrations of libraries before the application's,
	 * and knows their tables.
	 * @return the migrator
	 */
	public Migrator withLibraries() {
		return new Migrator(this.flyway, this.timeout, LibraryMigrations.of(this.flyway, this.timeout));
	}

	/**
	 * Return what runs the migrations of libraries.
	 * @return migrators by the library; none but of {@link #withLibraries()}
	 */
	public Map<String, Migrator> libraries() {
		return this.libraries.migrators();
	}

	/** Flyway's table. */
	String historyTable() {
		return this.flyway.getConfiguration().getTable();
	}

	/**
	 * Return a migrator of another database, which waits for locks as this one does.
	 * @param other knows the database and where its migrations are
	 * @return the migrator
	 */
	public Migrator of(Flyway other) {
		return new Migrator(other, this.timeout);
	}

	/**
	 * Return a migrator of another schema of the database, which has the same migrations.
	 * @param schema the schema; made by the first migration if it is not there
	 * @return the migrator
	 */
	public Migrator inSchema(String schema) {
		Migrator other = of(ForwardRun.configuration(this.flyway).schemas(schema).defaultSchema(schema).load());
		return this.libraries.migrators().isEmpty() ? other : other.withLibraries();
	}

	/**
	 * Return the journal that lies beside the migrations.
	 * @return the journal; an empty one if there is none
	 */
	public Journal journal() {
		return this.resources.journal();
	}

	/**
	 * Return whether there is a journal.
	 * @return true if there is
	 */
	public boolean hasJournal() {
		return this.resources.hasJournal();
	}

	/**
	 * Return whether the build compared these models with the journal, and both agreed: a
	 * stamp beside the journal says so.
	 * @param models the models
	 * @return true if neither has changed since; false if they may differ
	 */
	public boolean agreesByStamp(ModelRegistry models) {
		Optional<String> stamp = this.resources.beside(SchemaStamp.FILE);
		return stamp.isPresent() && stamp.equals(this.resources.digestBeside(MigrationResources.JOURNAL)
			.map((journal) -> SchemaStamp.of(models, this.flyway.getConfiguration().getClassLoader(), journal).text()));
	}

	/**
	 * Return all migrations, applied or not.
	 * @return the migrations, by version
	 */
	public List<MigrationStatus> status() {
		return versioned(this.flyway).stream().map(Migrator::status).toList();
	}

	private static List<MigrationInfo> versioned(Flyway flyway) {
		return Arrays.stream(info(flyway).all())
			.filter((info) -> info.getVersion() != null && !info.getType().isBaseline())
			.filter((info) -> info.getState() != MigrationState.DELETED && info.getState() != MigrationState.UNDONE)
			.filter((info) -> !info.getType().isSynthetic())
			.sorted((left, right) -> left.getVersion().compareTo(right.getVersion()))
			.toList();
	}

	/** What Flyway knows, or why it knows nothing. */
	private static MigrationInfoService info(Flyway flyway) {
		try {
			return flyway.info();
		}
		catch (FlywayException ex) {
			throw new MigrationFailure(flyway).of(ex);
		}
	}

	private static MigrationStatus status(MigrationInfo info) {
		return new MigrationStatus(title(info), info.getVersion().getVersion(), state(info.getState()),
				(info.getInstalledOn() != null) ? info.getInstalledOn().toInstant() : null,
				(info.getExecutionTime() != null) ? info.getExecutionTime() : 0);
	}

	static String title(MigrationInfo info) {
		return info.getScript().replaceFirst("^.*[/.](?=[VB]\\d)", "").replaceFirst("\\.sql$", "");
	}

	private static State state(MigrationState state) {
		return switch (state) {
			case PENDING, AVAILABLE, ABOVE_TARGET -> State.PENDING;
			case FAILED, FUTURE_FAILED, MISSING_FAILED -> State.FAILED;
			case MISSING_SUCCESS, FUTURE_SUCCESS -> State.MISSING;
			case IGNORED, OUT_OF_ORDER -> State.LATE;
			case BELOW_BASELINE, BASELINE, BASELINE_IGNORED -> State.BELOW_BASELINE;
			default -> State.APPLIED;
		};
	}

	/**
	 * Return the version of the database.
	 * @return the newest version that ran, baselines included; {@link Version#ZERO} for
	 * none
	 */
	public Version version() {
		MigrationInfo current = info(this.flyway).current();
		return (current == null || current.getVersion() == null) ? Version.ZERO
				: new Version(current.getVersion().getVersion());
	}

	/**
	 * Run what is pending.
	 * @return how many migrations ran
	 * @throws MigrationException if one fails
	 */
	public int migrate() {
		return migrate("latest");
	}

	/**
	 * Run what is pending, up to a version.
	 * @param target the version
	 * @return how many migrations ran
	 * @throws MigrationException if one fails
	 */
	public int migrate(Version target) {
		return migrate(target.text());
	}

	private int migrate(String target) {
		return this.libraries.migrate() + new ForwardRun(this.flyway, this.resources, this.timeout).migrate(target);
	}

	private DatabaseSession connect() throws SQLException {
		return DatabaseSession.open(this.flyway.getConfiguration());
	}

	/**
	 * Return what taking back to a version means.
	 * @param target the version that stays; {@link Version#ZERO} to take back all
	 * @return the migrations, newest first, with what is lost
	 * @throws MigrationException if one has no undo, or is below a baseline
	 */
	public List<Rollback> rollbacks(Version target) {
		return new UndoRun(this.flyway, this.resources, this.timeout).plan(applied(target));
	}

	/**
	 * Take migrations back, newest first, each in a transaction of its own.
	 * @param target the version that stays; {@link Version#ZERO} to take back all
	 * @return the migrations that were taken back, in that order
	 * @throws MigrationException if one has no undo, or fails; those before it stay taken
	 * back
	 */
	public List<String> rollBack(Version target) {
		return new UndoRun(this.flyway, this.resources, this.timeout).run(applied(target));
	}

	private List<MigrationInfo> applied(Version target) {
		List<MigrationInfo> applied = new ArrayList<>(versioned(this.flyway).stream()
			.filter((info) -> state(info.getState()) == State.APPLIED || state(info.getState()) == State.LATE)
			.filter((info) -> info.getInstalledOn() != null)
			.filter((info) -> new Version(info.getVersion().getVersion()).compareTo(target) > 0)
			.toList());
		Collections.reverse(applied);
		return applied;
	}

	/**
	 * Record pending migrations as if they had run.
	 * @param target the last one
	 * @return what was recorded
	 */
	public List<String> fake(Version target) {
		List<MigrationInfo> pending = Arrays.stream(info(this.flyway).pending())
			.filter((info) -> info.getVersion() != null
					&& new Version(info.getVersion().getVersion()).compareTo(target) <= 0)
			.toList();
		return new FakeRun(this.flyway, ForwardRun.configuration(this.flyway)).apply(pending);
	}

	/**
	 * Record applied migrations as if they had been taken back.
	 * @param target the version that stays
	 * @return what was recorded, newest first
	 */
	public List<String> fakeBack(Version target) {
		return new FakeRun(this.flyway, ForwardRun.configuration(this.flyway)).takeBack(applied(target));
	}

	/**
	 * Clear away what a migration outside of a transaction left when it failed: its row
	 * in Flyway's table, and indexes that were not finished.
	 * @return what was done, a line each
	 */
	public List<String> repair() {
		try (DatabaseSession session = connect()) {
			Connection connection = session.connection();
			return new FailedMigrations(connection,
					new HistoryTable(this.flyway.getConfiguration(), connection.getSchema()), schemas())
				.clear();
		}
		catch (SQLException ex) {
			throw new MigrationException("", "Cannot repair: " + ex.getMessage(), ex);
		}
	}

	/** The schemas the journal names. */
	private List<String> schemas() {
		return journal().head().all(Namespace.class).stream().map(Namespace::name).toList();
	}

	/**
	 * Take files that changed after they ran as they are now. Flyway's {@code repair}.
	 */
	public void acceptChangedFiles() {
		this.flyway.repair();
	}

	/**
	 * Return a script that Flyway runs.
	 * @param name the name of its file
	 * @return the text; empty if there is no such file
	 */
	public Optional<String> script(String name) {
		return this.resources.script(name);
	}

	/**
	 * Return about how many rows the tables of the database have, those of all schemas
	 * that the journal names.
	 * @return numbers by table, named as in the journal; negative where the server never
	 * looked
	 */
	public Map<String, Long> rowCounts() {
		try (DatabaseSession session = connect()) {
			return RowCounts.read(session.connection(), schemas());
		}
		catch (SQLException ex) {
			throw new MigrationException("", "The sizes of tables cannot be read: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Count rows.
	 * @param sql a query for their number
	 * @return the number; empty if the tables are not there as the query has them
	 */
	public Optional<Long> count(String sql) {
		try (DatabaseSession session = connect();
				Statement statement = session.connection().createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
		}
		catch (SQLException ex) {
			if (String.valueOf(ex.getSQLState()).startsWith("42")) {
				return Optional.empty();
			}
			throw new MigrationException("", "Rows cannot be counted: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Compare the database with the journal at the database's version.
	 * @return what would bring the database to the journal; empty if both agree
	 */
	public Difference drift() {
		return drift(journal().at(version()));
	}

	/**
	 * Compare the database with a schema.
	 * @param expected the schema
	 * @return what would bring the database to it; empty if both agree
	 */
	public Difference drift(Schema expected) {
		return SchemaDiff.of(read(expected), expected);
	}

	/**
	 * Read the schema of the database, Flyway's table left out.
	 * @param spelling gives the spelling of what means the same
	 * @return the schema
	 */
	public Schema read(Schema spelling) {
		Set<String> ignored = new HashSet<>(this.libraries.tables());
		ignored.add(historyTable());
		SchemaReader reader = new SchemaReader(ignored);
		try (DatabaseSession session = connect()) {
			Connection connection = session.connection();
			Schema found = this.libraries.own(reader.read(connection, spelling), spelling);
			return new Respelling(connection, reader).respell(found, spelling);
		}
		catch (SQLException ex) {
			throw new MigrationException("", "Cannot read the schema of the database: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Read the views of the database as if they were tables.
	 * @return tables and columns
	 */
	public Schema views() {
		try (DatabaseSession session = connect()) {
			return new SchemaReader(Set.of()).views(session.connection());
		}
		catch (SQLException ex) {
			throw new MigrationException("", "Cannot read the views of the database: " + ex.getMessage(), ex);
		}
	}

}

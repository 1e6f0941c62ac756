package dev.orm.migration.apply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.orm.journal.Journal;
import dev.orm.journal.Version;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.resource.MigrationResources;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.model.SchemaStamp;
import dev.orm.migration.problem.MigrationException;
import dev.orm.schema.Namespace;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Runs the migrations of one database. Forward it is Flyway itself; back, it runs the
 * undo scripts that lie beside the migrations. Thread-safe; several processes may run it
 * at once.
 */
public final class Migrator {

	private final Flyway flyway;

	private final LockTimeout timeout;

	private final MigrationResources resources;

	private final MigrationHistory history;

	private final LibraryMigrations libraries;

	private final Supplier<Set<String>> others;

	/**
	 * Create a migrator.
	 * @param flyway knows the database and where migrations are; the journal and the undo
	 * scripts are looked for beside them
	 * @param timeout how long migrations wait for locks
	 */
	public Migrator(Flyway flyway, LockTimeout timeout) {
		this(flyway, timeout, LibraryMigrations.none(flyway), Set::of);
	}

	private Migrator(Flyway flyway, LockTimeout timeout, LibraryMigrations libraries, Supplier<Set<String>> others) {
		this.flyway = flyway;
		this.timeout = timeout;
		this.resources = new MigrationResources(flyway.getConfiguration());
		this.history = new MigrationHistory(flyway);
		this.libraries = libraries;
		this.others = others;
	}

	static Migrator ofLibrary(Flyway flyway, LockTimeout timeout) {
		return new Migrator(flyway, timeout, LibraryMigrations.ofLibrary(flyway), Set::of);
	}

	/**
	 * Return a migrator that runs the migrations of libraries before the application's,
	 * and knows their tables.
	 * @return the migrator
	 */
	public Migrator withLibraries() {
		return new Migrator(this.flyway, this.timeout, LibraryMigrations.of(this.flyway, this.timeout), this.others);
	}

	/**
	 * Return a migrator that leaves tables out of what it reads of the database, unless
	 * the schema they are compared with has them.
	 * @param tables the tables, as facts name them; asked for when something is read
	 * @return the migrator
	 */
	public Migrator leavingOut(Supplier<Set<String>> tables) {
		return new Migrator(this.flyway, this.timeout, this.libraries, tables);
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
		return new Migrator(other, this.timeout).leavingOut(this.others);
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
		return stamp.isPresent() && stamp.equals(this.resources.digestBeside(Journal.FILE)
			.map((journal) -> SchemaStamp.of(models, this.flyway.getConfiguration().getClassLoader(), journal).text()));
	}

	/**
	 * Return all migrations, applied or not.
	 * @return the migrations, by version
	 */
	public List<MigrationStatus> status() {
		return this.history.status();
	}

	/**
	 * Return the version of the database.
	 * @return the newest version that ran, baselines included; {@link Version#ZERO} for
	 * none
	 */
	public Version version() {
		return this.history.version();
	}

	/**
	 * Return what the history begins with, where that is no migration.
	 * @return the version of the baseline, below which nothing is taken back
	 */
	public Optional<Version> baseline() {
		return this.history.baseline().map((info) -> new Version(info.getVersion().getVersion()));
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
		return migrateLibraries() + new ForwardRun(this.flyway, this.resources, this.timeout).migrate(target);
	}

	/**
	 * Run what is pending of libraries only.
	 * @return how many migrations ran
	 * @throws MigrationException if one fails
	 */
	public int migrateLibraries() {
		return this.libraries.migrate();
	}

	/**
	 * Return what ran under another version than its file has now, as somebody put a
	 * branch after others.
	 * @return the migrations, in the order in which they ran
	 */
	public List<Renumbered> renumbered() {
		return new Renumbering(this.flyway).find().stream().map(Renumbering.Moved::told).toList();
	}

	/**
	 * Record what ran under another version than its file has now under the latter, and
	 * run those that came in between.
	 * @return the migrations, as {@link #renumbered()} has them
	 * @throws MigrationException if one of those in between fails
	 */
	public List<Renumbered> renumber() {
		Renumbering renumbering = new Renumbering(this.flyway);
		List<Renumbering.Moved> moved = renumbering.find();
		if (!moved.isEmpty()) {
			new FakeRun(this.flyway).renumber(moved);
			Flyway between = ForwardRun.configuration(this.flyway).outOfOrder(true).load();
			new ForwardRun(between, this.resources, this.timeout).migrate(moved.get(moved.size() - 1).now().version());
		}
		return moved.stream().map(Renumbering.Moved::told).toList();
	}

	/**
	 * Return what taking back to a version means.
	 * @param target the version that stays; {@link Version#ZERO} to take back all
	 * @return the migrations, newest first, with what is lost
	 * @throws MigrationException if one has no undo, or is below a baseline
	 */
	public List<Rollback> rollbacks(Version target) {
		return new UndoRun(this.flyway, this.resources, this.timeout).plan(this.history.applied(target));
	}

	/**
	 * Take migrations back, newest first, each in a transaction of its own.
	 * @param target the version that stays; {@link Version#ZERO} to take back all
	 * @return the migrations that were taken back, in that order
	 * @throws MigrationException if one has no undo, or fails; those before it stay taken
	 * back
	 */
	public List<Rollback.Done> rollBack(Version target) {
		return new UndoRun(this.flyway, this.resources, this.timeout).run(this.history.applied(target));
	}

	/**
	 * Record pending migrations as if they had run.
	 * @param target the last one
	 * @return what was recorded
	 */
	public List<String> fake(Version target) {
		return new FakeRun(this.flyway).apply(this.history.pending(target));
	}

	/**
	 * Record applied migrations as if they had been taken back.
	 * @param target the version that stays
	 * @return what was recorded, newest first
	 */
	public List<String> fakeBack(Version target) {
		return new FakeRun(this.flyway).takeBack(this.history.applied(target));
	}

	/**
	 * Forget migrations that ran and whose files are gone. Where all that ran is summed
	 * up by a baseline, that counts as run. Django's {@code migrate --prune}.
	 * @return what was forgotten, oldest first
	 * @throws MigrationException if the baseline sums up more than ran here
	 */
	public List<String> prune() {
		return new Pruning(this.flyway, this.history).run();
	}

	/**
	 * Clear away what a migration outside of a transaction left when it failed: its row
	 * in Flyway's table, and indexes that were not finished.
	 * @return what was done, a line each
	 */
	public List<String> repair() {
		return FailedMigrations.clear(this.flyway.getConfiguration(), schemas());
	}

	/** The schemas the journal names. */
	private List<String> schemas() {
		return journal().head().all(Namespace.class).stream().map(Namespace::name).toList();
	}

	/**
	 * Take files that changed after they ran as they are now. Flyway's {@code repair}.
	 * @throws MigrationException if a file is another than the one that ran, and not a
	 * changed one
	 */
	public void acceptChangedFiles() {
		new Renumbering(this.flyway).requireNone();
		try {
			this.flyway.repair();
		}
		catch (FlywayException ex) {
			throw new MigrationFailure(this.flyway).of(ex);
		}
	}

	/**
	 * Return a script that Flyway runs, or one that takes it back.
	 * @param name the name of its file
	 * @return the text; empty if there is no such file
	 */
	public Optional<String> script(String name) {
		return name.startsWith("U") ? this.resources.undo(name) : this.resources.script(name);
	}

	/**
	 * Return about how many rows the tables of the database have, those of all schemas
	 * that the journal names.
	 * @return numbers by table, named as in the journal; negative where the server never
	 * looked
	 */
	public Map<String, Long> rowCounts() {
		return contents().rowCounts(schemas());
	}

	/**
	 * Count rows.
	 * @param sql a query for their number
	 * @return the number; empty if the tables are not there as the query has them
	 */
	public Optional<Long> count(String sql) {
		return contents().count(sql);
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
		return SchemaDiff.of(contents().schema(expected, journal()), expected);
	}

	/**
	 * Read the schema of the database, Flyway's table left out.
	 * @param spelling gives the spelling of what means the same
	 * @return the schema
	 */
	public Schema read(Schema spelling) {
		return contents().schema(spelling);
	}

	/**
	 * Read the views of the database as if they were tables.
	 * @return tables and columns
	 */
	public Schema views() {
		return contents().views();
	}

	/**
	 * Return the views that read a column or a table.
	 * @param id the column or table
	 * @return their names, as SQL writes them
	 */
	public List<String> viewsOn(ObjectId id) {
		return contents().viewsOn(id);
	}

	/**
	 * Return what is in the database of which no fact speaks, such as how partitions are
	 * told apart by lists.
	 * @return a sentence for each
	 */
	public List<String> unspoken() {
		return contents().unspoken(schemas());
	}

	private DatabaseContents contents() {
		return new DatabaseContents(this.flyway.getConfiguration(), this.libraries, this.others);
	}

}

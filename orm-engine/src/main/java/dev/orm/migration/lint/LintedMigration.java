package dev.orm.migration.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.orm.migration.files.ScriptStatements;
import dev.orm.schema.Change;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;

/**
 * A migration as rules see it. Immutable.
 *
 * @param title as in {@code V0002__product_title}
 * @param before the schema before it
 * @param changes what it changes
 * @param sql the SQL that runs
 * @param java the source of the class that runs; empty for SQL
 * @param models the names of the application's models, as Java has them
 * @param notes the lines of comment before it in the journal
 * @param apart whether a file beside it says that it runs in no transaction
 */
public record LintedMigration(String title, Schema before, List<Change> changes, String sql, String java,
		Set<String> models, List<String> notes, boolean apart) {

	/** The name of what waited for its release, and was released. */
	private static final Pattern RELEASED = Pattern.compile(".*_contract(_\\d+)?");

	public LintedMigration {
		changes = List.copyOf(changes);
		models = Set.copyOf(models);
		notes = List.copyOf(notes);
	}

	/**
	 * Create a migration in SQL that runs in one transaction.
	 * @param title its title
	 * @param before the schema before it
	 * @param changes what it changes
	 * @param sql the SQL that runs
	 */
	public LintedMigration(String title, Schema before, List<Change> changes, String sql) {
		this(title, before, changes, sql, "", Set.of(), List.of(), false);
	}

	/**
	 * Return how it is run.
	 * @return its statements
	 */
	public RunningScript script() {
		return RunningScript.of(this.sql, this.apart);
	}

	/**
	 * Return the schema it makes.
	 * @return the schema after it
	 */
	public Schema after() {
		return this.before.replayed(this.changes);
	}

	/**
	 * Return the schema before it, by the names that tables and columns have when the
	 * turn of a change comes.
	 * @param change one of its changes
	 * @return the schema
	 */
	public Schema before(Change change) {
		RenamedSchema names = new RenamedSchema(this.before);
		this.changes.stream().takeWhile((other) -> other != change).forEach(names::follow);
		return names.now();
	}

	/**
	 * Return the models that a class in Java names.
	 * @return their names, as Java has them
	 */
	public List<String> namedModels() {
		return this.models.stream().filter(this::isNamed).sorted().toList();
	}

	private boolean isNamed(String model) {
		int point = model.lastIndexOf('.');
		boolean all = point > 0 && this.java.contains("import " + model.substring(0, point) + ".*;");
		String name = Pattern.quote(all ? model.substring(point + 1) : model);
		return Pattern.compile("(?<![\\w.])" + name + "(?:Path)?\\b").matcher(this.java).find();
	}

	/**
	 * Return it as it would be without some statements.
	 * @param places the statements, from 0
	 * @return a migration whose SQL and changes lack them and what they do
	 */
	LintedMigration without(Set<Integer> places) {
		List<String> all = ScriptStatements.split(this.sql);
		List<String> gone = new ArrayList<>();
		StringBuilder rest = new StringBuilder();
		for (int i = 0; i < all.size(); i++) {
			if (places.contains(i)) {
				gone.add(all.get(i));
			}
			else {
				rest.append(all.get(i)).append(";\n");
			}
		}
		StatementChanges made = new StatementChanges(all, this.before, this.changes);
		List<Change> kept = this.changes.stream().filter((change) -> gone.stream().noneMatch(made.by(change))).toList();
		return new LintedMigration(this.title, this.before, kept, rest.toString(), this.java, this.models, this.notes,
				this.apart);
	}

	/**
	 * Return the tables it makes: nobody uses them yet, so nothing about them is found.
	 * @return their names
	 */
	public Set<String> created() {
		return this.changes.stream()
			.filter((change) -> change instanceof Change.Add added && added.object() instanceof Table)
			.map((change) -> change.id().name())
			.collect(Collectors.toSet());
	}

	/**
	 * Return whether a change is about a table that may have rows.
	 * @param change the change
	 * @return false for a table the migration itself makes
	 */
	public boolean isOld(Change change) {
		return !created().contains(table(change));
	}

	/**
	 * Return whether a change is part of a swap: what is dropped has a successor, which
	 * gets its name.
	 * @param change the change
	 * @return true for the removal and for the rename
	 */
	public boolean isSwap(Change change) {
		return (change instanceof Change.Rename rename) ? isRemoved(rename.id().named(rename.to()))
				: isRemoved(change.id()) && this.changes.stream()
					.anyMatch((other) -> other instanceof Change.Rename rename
							&& rename.id().named(rename.to()).equals(change.id()));
	}

	/**
	 * Return whether what a change adds was there before, and is dropped for another
	 * change only.
	 * @param change the change
	 * @return true if the very same object is removed, too
	 */
	public boolean isRemade(Change change) {
		return change instanceof Change.Add added && this.changes.contains(new Change.Remove(added.object()));
	}

	private boolean isRemoved(ObjectId id) {
		return this.changes.stream().anyMatch((change) -> change instanceof Change.Remove && change.id().equals(id));
	}

	/**
	 * Return the table a change is about.
	 * @param change the change
	 * @return its name; empty if it is about none
	 */
	public static String table(Change change) {
		return (change.id().kind() == ObjectKind.TABLE) ? change.id().name() : change.id().table();
	}

	/**
	 * Return whether it waited until no version of the application used what it takes
	 * away.
	 * @return true for what {@code contract} released
	 */
	public boolean isReleased() {
		return RELEASED.matcher(this.title).matches();
	}

	/**
	 * Return whether it runs beside others, outside of a transaction.
	 * @return true if a statement says {@code CONCURRENTLY}
	 */
	public boolean isConcurrent() {
		return this.sql.contains("CONCURRENTLY");
	}

}

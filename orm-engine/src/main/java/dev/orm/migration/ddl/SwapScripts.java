package dev.orm.migration.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;

import static dev.orm.migration.ddl.SqlText.name;
import static dev.orm.migration.ddl.SqlText.table;

/**
 * Gives a column another type while its table is read and written: a second column of
 * that type, which a trigger keeps, takes its place. Immutable and thread-safe.
 *
 * @param old the column
 * @param twin the second column
 */
public record SwapScripts(Column old, Column twin) {

	/**
	 * Return the expression that makes a value of the new type of one of the old.
	 * @return SQL over the old column
	 */
	public String forward() {
		return cast(name(this.old.name()), this.old, this.twin);
	}

	private static String cast(String column, Column from, Column to) {
		return Objects.requireNonNullElse(new TypeChange(from.type(), to.type()).using(column),
				column + "::" + to.type());
	}

	/**
	 * Add the second column, and the trigger.
	 * @return both scripts
	 */
	public Script add() {
		List<String> forward = new ArrayList<>(
				List.of(alter("ADD COLUMN " + Definitions.column(this.twin.withNotNull(false)))));
		forward.addAll(bound());
		List<String> undo = new ArrayList<>(unbound());
		undo.add(alter("DROP COLUMN " + name(this.twin.name())));
		return new Script(forward, undo, List.of());
	}

	/**
	 * Drop the old column and give its name to the second one.
	 * @param before the schema before
	 * @param changes what happens to columns, indexes and constraints
	 * @param dropped what goes with the old column and has a successor
	 * @return both scripts; the values come back with the old type
	 */
	public Script swap(Schema before, List<Change> changes, List<SchemaObject> dropped) {
		List<String> forward = new ArrayList<>(unbound());
		forward.addAll(new DdlWriter(false).write(before, changes, Fills.none()).forward());
		return new Script(forward, back(before, changes, dropped), List.of());
	}

	private List<String> back(Schema before, List<Change> changes, List<SchemaObject> dropped) {
		List<Change> renames = new ArrayList<>();
		for (Change change : Change.inverse(changes)) {
			if (!(change instanceof Change.Add)) {
				renames.add(change);
			}
		}
		Schema after = before.plus(changes);
		List<String> back = new ArrayList<>(new DdlWriter(false).write(after, renames, Fills.none()).forward());
		back.add(alter("ADD COLUMN " + Definitions.column(this.old.withNotNull(false))));
		back.add("UPDATE " + table(this.old.table()) + " SET " + name(this.old.name()) + " = "
				+ cast(name(this.twin.name()), this.twin, this.old));
		if (this.old.notNull()) {
			back.add(alter("ALTER COLUMN " + name(this.old.name()) + " SET NOT NULL"));
		}
		if (!this.old.comment().isEmpty()) {
			back.add("COMMENT ON " + ColumnStatements.path(this.old) + " IS " + SqlText.literal(this.old.comment()));
		}
		List<Change> added = dropped.stream().<Change>map(Change.Add::new).toList();
		Schema without = before.plus(dropped.stream().<Change>map(Change.Remove::new).toList());
		back.addAll(new DdlWriter(false).write(without, added, Fills.none()).forward());
		back.addAll(bound());
		return back;
	}

	private String alter(String action) {
		return "ALTER TABLE " + table(this.old.table()) + " " + action;
	}

	private List<String> bound() {
		String function = OnlineScripts.bondPath(this.twin, this.old);
		return List.of(
				"""
						CREATE OR REPLACE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS $$
						BEGIN
							NEW.%s := %s;
							RETURN NEW;
						END $$""".formatted(function, name(this.twin.name()),
						cast("NEW." + name(this.old.name()), this.old, this.twin)),
				OnlineScripts.trigger(this.twin, this.old));
	}

	private List<String> unbound() {
		return OnlineScripts.untwin(this.twin, this.old);
	}

}

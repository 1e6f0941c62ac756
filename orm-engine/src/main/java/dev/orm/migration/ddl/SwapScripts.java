package dev.orm.migration.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.Column.Identity;
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

	/**
	 * Return the expression that makes a value of the old type of one of the new.
	 * @return SQL over the second column
	 */
	public String backward() {
		return cast(name(this.twin.name()), this.twin, this.old);
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
	 * @param loosened what gives the second column and its parts their own names again
	 * @param dropped what goes with the old column and has a successor
	 * @return both scripts; the values come back with the old type
	 */
	public Script swap(Schema before, List<Change> changes, List<Change> loosened, List<SchemaObject> dropped) {
		List<String> forward = new ArrayList<>(unbound());
		Optional<OwnedSequence> sequence = sequence(before.plus(changes));
		sequence.ifPresent((found) -> forward.addAll(List.of(found.ownedBy(this.twin), found.as(this.twin.type()))));
		forward.addAll(new DdlWriter(false).write(before, changes, Fills.none()).forward());
		List<String> back = new ArrayList<>(back(before.plus(changes), loosened, dropped));
		sequence.ifPresent((found) -> back.addAll(List.of(found.ownedBy(this.old), found.as(this.old.type()))));
		back.addAll(bound());
		return new Script(forward, back, List.of());
	}

	/** The sequence that goes on numbering rows, and must not go with the old column. */
	private Optional<OwnedSequence> sequence(Schema after) {
		return after.column(this.old.table(), this.old.name())
			.filter((column) -> Objects.equals(column.defaultValue(), this.old.defaultValue()))
			.flatMap(OwnedSequence::of);
	}

	private List<String> back(Schema after, List<Change> loosened, List<SchemaObject> dropped) {
		DdlWriter writer = new DdlWriter(false);
		List<String> back = new ArrayList<>(writer.write(after, loosened, Fills.none()).forward());
		Column bare = this.old.withIdentity(Identity.NONE).withDefault(null).withComment("").withNotNull(false);
		back.add(alter("ADD COLUMN " + Definitions.column(bare)));
		back.add("UPDATE " + table(this.old.table()) + " SET " + name(this.old.name()) + " = " + backward());
		Schema loose = after.plus(loosened).plus(List.of(new Change.Add(bare)));
		List<Change> restored = new ArrayList<>();
		if (!bare.equals(this.old)) {
			restored.add(new Change.Replace(bare, this.old));
		}
		dropped.forEach((part) -> restored.add(new Change.Add(part)));
		back.addAll(writer.write(loose, restored, Fills.none()).forward());
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

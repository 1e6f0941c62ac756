package dev.orm.migration.ddl;

import java.util.ArrayList;
import java.util.List;

import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.Schema;

import static dev.orm.migration.ddl.SqlText.beside;
import static dev.orm.migration.ddl.SqlText.name;
import static dev.orm.migration.ddl.SqlText.table;

/**
 * Brings rows to a table's new name that point to it by a generic key, while others write
 * them: a trigger takes the old name for the new one. Immutable and thread-safe.
 *
 * @param column the column that names the table
 * @param rename the rename of the table
 */
public record MovedTypes(Column column, Change.Rename rename) {

	/**
	 * Change the rows, and leave the trigger.
	 * @param schema the schema
	 * @return both scripts, each of which may run again
	 */
	public Script move(Schema schema) {
		List<String> forward = new ArrayList<>(bound());
		forward.add(update(schema, this.rename.id().name(), this.rename.to()));
		List<String> undo = new ArrayList<>(unbound());
		undo.add(update(schema, this.rename.to(), this.rename.id().name()));
		return new Script(forward, undo, List.of());
	}

	private String update(Schema schema, String from, String to) {
		return new OnlineScripts(schema).update(this.column, name(this.column.name()) + " = " + SqlText.literal(to),
				name(this.column.name()) + " = " + SqlText.literal(from));
	}

	/**
	 * Return the statements that make the trigger.
	 * @return the statements
	 */
	public List<String> bound() {
		String value = "NEW." + name(this.column.name());
		return List.of(
				"""
						CREATE OR REPLACE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS $$
						BEGIN
							IF %2$s = %3$s THEN %2$s := %4$s; END IF;
							RETURN NEW;
						END $$""".formatted(function(), value, SqlText.literal(this.rename.id().name()),
						SqlText.literal(this.rename.to())),
				"CREATE OR REPLACE TRIGGER " + name(trigger()) + " BEFORE INSERT OR UPDATE ON "
						+ table(this.column.table()) + " FOR EACH ROW EXECUTE FUNCTION " + function() + "()");
	}

	/**
	 * Return the statements that drop the trigger.
	 * @return the statements
	 */
	public List<String> unbound() {
		return List.of("DROP TRIGGER IF EXISTS " + name(trigger()) + " ON " + table(this.column.table()),
				"DROP FUNCTION IF EXISTS " + function() + "()");
	}

	private String function() {
		return beside(this.column.table(), trigger());
	}

	private String trigger() {
		return OnlineScripts.bond(this.column.table(), this.column.name(), this.rename.id().name());
	}

}

package dev.orm.migration.ddl;

import java.util.ArrayList;
import java.util.List;

import dev.orm.declare.ConstraintNames;
import dev.orm.schema.Check;
import dev.orm.schema.Column;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.Key;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import dev.orm.schema.TablePath;
import dev.orm.schema.Unique;

import static dev.orm.migration.ddl.SqlText.beside;
import static dev.orm.migration.ddl.SqlText.name;
import static dev.orm.migration.ddl.SqlText.table;

/**
 * Writes changes of tables that are read and written meanwhile: in several statements,
 * none of which holds a strong lock for long, so they run in no transaction. Each script
 * may be run again after a failure. Immutable and thread-safe.
 */
public final class OnlineScripts {

	private final Schema before;

	/**
	 * Create scripts.
	 * @param before the schema before the changes
	 */
	public OnlineScripts(Schema before) {
		this.before = before;
	}

	/**
	 * Add a constraint: the rows that are there are looked at while others write.
	 * @param object a check, a foreign key, a unique constraint or a key
	 * @return both scripts
	 */
	public Script constraint(SchemaObject object) {
		String owner = "ALTER TABLE " + table(object.id().table());
		String drop = owner + " DROP CONSTRAINT IF EXISTS " + name(object.id().name());
		List<String> forward = new ArrayList<>(List.of((object instanceof ForeignKey) ? ifThere(object, drop) : drop));
		if (isPartitioned(object.id().table()) && !(object instanceof Check)) {
			// neither an index of all partitions nor their foreign key is made beside
			// writers
			forward.add(owner + " ADD " + Definitions.constraint(object));
		}
		else if (object instanceof Check || object instanceof ForeignKey) {
			forward.add(owner + " ADD " + Definitions.constraint(object) + " NOT VALID");
			forward.add(owner + " VALIDATE CONSTRAINT " + name(object.id().name()));
		}
		else {
			forward.addAll(usingIndex(object, owner));
		}
		return new Script(forward, List.of(drop), List.of());
	}

	private boolean isPartitioned(String table) {
		return this.before.find(ObjectId.table(table))
			.filter((object) -> object instanceof Table found && !found.partition().isEmpty())
			.isPresent();
	}

	/**
	 * Readers wait for whoever drops a constraint that is not there as well, and nothing
	 * else of a foreign key makes them wait.
	 */
	private static String ifThere(SchemaObject object, String drop) {
		return "DO $$ BEGIN IF EXISTS (SELECT FROM pg_constraint WHERE conrelid = "
				+ SqlText.literal(table(object.id().table())) + "::regclass AND conname = "
				+ SqlText.literal(object.id().name()) + ") THEN " + drop + "; END IF; END $$";
	}

	private static List<String> usingIndex(SchemaObject object, String owner) {
		boolean key = object instanceof Key;
		Unique unique = key ? Unique.of(object.id().table(), object.id().name(), ((Key) object).columns())
				: (Unique) object;
		String index = beside(unique.table(), unique.name());
		String create = "CREATE UNIQUE INDEX CONCURRENTLY " + name(unique.name()) + " ON " + table(unique.table()) + " "
				+ SqlText.names(unique.columns())
				+ (unique.include().isEmpty() ? "" : " INCLUDE " + SqlText.names(unique.include()))
				+ (unique.nullsDistinct() ? "" : " NULLS NOT DISTINCT");
		return List.of("DROP INDEX CONCURRENTLY IF EXISTS " + index, create,
				owner + " ADD CONSTRAINT " + name(unique.name()) + (key ? " PRIMARY KEY" : " UNIQUE") + " USING INDEX "
						+ name(unique.name()) + Definitions.deferral(unique.deferral()));
	}

	/**
	 * Let a column take NULL no longer: a check is validated first, so nothing is read
	 * under a strong lock.
	 * @param column the column
	 * @param fill what rows without a value get; empty if there are none
	 * @return both scripts
	 */
	public Script notNull(Column column, String fill) {
		List<String> forward = new ArrayList<>();
		if (!fill.isEmpty()) {
			forward.add(backfill(column, fill));
		}
		String owner = "ALTER TABLE " + table(column.table());
		String check = name(ConstraintNames.of(column.name(), List.of(), "is_not_null"));
		forward.add(owner + " DROP CONSTRAINT IF EXISTS " + check);
		forward.add(owner + " ADD CONSTRAINT " + check + " CHECK (" + name(column.name()) + " IS NOT NULL) NOT VALID");
		forward.add(owner + " VALIDATE CONSTRAINT " + check);
		forward.add(owner + " ALTER COLUMN " + name(column.name()) + " SET NOT NULL");
		forward.add(owner + " DROP CONSTRAINT " + check);
		return new Script(forward, List.of(owner + " ALTER COLUMN " + name(column.name()) + " DROP NOT NULL"),
				List.of());
	}

	/**
	 * Fill a column in batches.
	 * @param column the column
	 * @param fill an expression
	 * @return a script that takes nothing back
	 */
	public Script fill(Column column, String fill) {
		return new Script(List.of(backfill(column, fill)), List.of(), List.of());
	}

	private String backfill(Column column, String fill) {
		return update(column, name(column.name()) + " = " + SqlText.expression(fill), name(column.name()) + " IS NULL");
	}

	/** Change rows in batches, or at once where no key tells them apart. */
	String update(Column column, String set, String where) {
		List<String> key = this.before.all(Key.class)
			.stream()
			.filter((candidate) -> candidate.table().equals(column.table()))
			.findFirst()
			.map(Key::columns)
			.orElse(List.of());
		return key.isEmpty() ? "UPDATE " + table(column.table()) + " SET " + set + " WHERE " + where
				: new BatchedUpdate(column.table(), key, set, where).sql();
	}

	/**
	 * Add a column that holds what another one does, whichever of the two is written.
	 * @param twin the new column
	 * @param old the column it will replace
	 * @return both scripts
	 */
	public Script twin(Column twin, Column old) {
		String owner = "ALTER TABLE " + table(twin.table());
		List<String> forward = new ArrayList<>(
				List.of(owner + " ADD COLUMN " + Definitions.column(twin.withNotNull(false)), function(twin, old),
						trigger(twin, old)));
		if (!twin.comment().isEmpty()) {
			forward.add("COMMENT ON " + ColumnStatements.path(twin) + " IS " + SqlText.literal(twin.comment()));
		}
		List<String> undo = new ArrayList<>(untwin(twin, old));
		undo.add(owner + " DROP COLUMN " + name(twin.name()));
		return new Script(forward, undo, List.of());
	}

	/**
	 * Return the statements that bind two columns again.
	 * @param twin the new column
	 * @param old the column it replaces
	 * @return the statements
	 */
	public static List<String> bound(Column twin, Column old) {
		return List.of(function(twin, old), trigger(twin, old));
	}

	/**
	 * Return the statements that end the bond between two columns.
	 * @param twin the new column
	 * @param old the column it replaces
	 * @return the statements
	 */
	public static List<String> untwin(Column twin, Column old) {
		return List.of("DROP TRIGGER IF EXISTS " + name(bond(twin, old)) + " ON " + table(twin.table()),
				"DROP FUNCTION IF EXISTS " + beside(twin.table(), bond(twin, old)) + "()");
	}

	/** The function that keeps a second column. */
	static String bondPath(Column twin, Column old) {
		return beside(twin.table(), bond(twin, old));
	}

	private static String bond(Column twin, Column old) {
		return bond(twin.table(), old.name(), twin.name());
	}

	/** The name of a trigger and of its function. */
	static String bond(String table, String column, String other) {
		return ConstraintNames.of(TablePath.of(table).name(), List.of(column, TablePath.of(other).name()), "bond");
	}

	/** Who writes one column only leaves the other one behind, so that it follows. */
	private static String function(Column twin, Column old) {
		return """
				CREATE OR REPLACE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS $$
				BEGIN
					IF TG_OP = 'INSERT' THEN
						IF NEW.%2$s IS NULL THEN NEW.%2$s := NEW.%3$s; ELSE NEW.%3$s := NEW.%2$s; END IF;
					ELSIF NEW.%2$s IS DISTINCT FROM OLD.%2$s THEN NEW.%3$s := NEW.%2$s;
					ELSE NEW.%2$s := NEW.%3$s;
					END IF;
					RETURN NEW;
				END $$""".formatted(beside(twin.table(), bond(twin, old)), name(twin.name()), name(old.name()));
	}

	static String trigger(Column twin, Column old) {
		return "CREATE OR REPLACE TRIGGER " + name(bond(twin, old)) + " BEFORE INSERT OR UPDATE ON "
				+ table(twin.table()) + " FOR EACH ROW EXECUTE FUNCTION " + beside(twin.table(), bond(twin, old))
				+ "()";
	}

}

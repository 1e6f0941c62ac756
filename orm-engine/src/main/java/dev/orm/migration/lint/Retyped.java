package dev.orm.migration.lint;

import java.util.Optional;
import java.util.function.Predicate;

import dev.orm.schema.Change;
import dev.orm.schema.Check;
import dev.orm.schema.Column;
import dev.orm.schema.Exclusion;
import dev.orm.schema.Index;
import dev.orm.schema.Key;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Unique;

/**
 * A column that gets another type or collation in place. What is built on it may be made
 * anew even where its rows stay as they are. Immutable.
 *
 * @param old the column
 * @param column what it becomes
 */
record Retyped(Column old, Column column) {

	/** The column a change gives another type or collation. */
	static Optional<Retyped> of(Change change) {
		return (change instanceof Change.Replace replaced && replaced.before() instanceof Column old
				&& replaced.after() instanceof Column column
				&& (!old.type().equals(column.type()) || !old.collation().equals(column.collation())))
						? Optional.of(new Retyped(old, column)) : Optional.empty();
	}

	/**
	 * Whether an index of it is built anew. PostgreSQL keeps those of plain columns that
	 * sort as before.
	 */
	boolean isSortedAnew(Schema schema) {
		return anyOnIt(schema, sortsOtherwise() ? Retyped::isIndexed : Retyped::isComputed);
	}

	/** Whether its rows are held against a check again. */
	boolean isCheckedAnew(Schema schema) {
		return anyOnIt(schema, Check.class::isInstance);
	}

	private boolean sortsOtherwise() {
		return !this.old.collation().equals(this.column.collation());
	}

	private boolean anyOnIt(Schema schema, Predicate<SchemaObject> kind) {
		return schema.objects()
			.stream()
			.anyMatch((object) -> kind.test(object) && object.id().table().equals(this.old.table())
					&& object.names(this.old.id()));
	}

	private static boolean isIndexed(SchemaObject object) {
		return object instanceof Index || object instanceof Key || object instanceof Unique
				|| object instanceof Exclusion;
	}

	/** Whether an index is of some rows, or of expressions. */
	private static boolean isComputed(SchemaObject object) {
		if (object instanceof Index index) {
			return !index.where().isEmpty()
					|| index.elements().stream().anyMatch((element) -> element.column().isEmpty());
		}
		return object instanceof Exclusion exclusion
				&& (!exclusion.where().isEmpty() || exclusion.elements().contains("("));
	}

}

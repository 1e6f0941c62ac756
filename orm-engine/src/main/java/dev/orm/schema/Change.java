package dev.orm.schema;

import java.util.List;

/**
 * One step from a schema to another. Immutable, and always reversible: the undo of a
 * migration is the inverse of its changes, from the last to the first.
 */
public sealed interface Change {

	/**
	 * Return the object that changes.
	 * @return its id before the change; of the new one for an addition
	 */
	ObjectId id();

	/**
	 * Return the change that takes this one back.
	 * @return the inverse
	 */
	Change inverse();

	/**
	 * Return the change as the journal writes it.
	 * @return one line, or two for a replacement
	 */
	String describe();

	/**
	 * Return whether rows lose values by it.
	 * @return true for a removed table, column or partition
	 */
	default boolean loses() {
		return false;
	}

	/**
	 * Return the inverse of several changes.
	 * @param changes the changes, in order
	 * @return what takes them back, in order
	 */
	static List<Change> inverse(List<Change> changes) {
		Change[] reversed = new Change[changes.size()];
		for (int i = 0; i < reversed.length; i++) {
			reversed[reversed.length - 1 - i] = changes.get(i).inverse();
		}
		return List.of(reversed);
	}

	/**
	 * A new object.
	 *
	 * @param object the object
	 */
	record Add(SchemaObject object) implements Change {

		@Override
		public ObjectId id() {
			return this.object.id();
		}

		@Override
		public Remove inverse() {
			return new Remove(this.object);
		}

		@Override
		public String describe() {
			return "+ " + this.object.line();
		}

	}

	/**
	 * An object that goes.
	 *
	 * @param object the object
	 */
	record Remove(SchemaObject object) implements Change {

		@Override
		public ObjectId id() {
			return this.object.id();
		}

		@Override
		public Add inverse() {
			return new Add(this.object);
		}

		@Override
		public String describe() {
			return "- " + this.object.line();
		}

		@Override
		public boolean loses() {
			return this.object instanceof Table || (this.object instanceof Column column && column.generated() == null)
					|| this.object.holdsRows();
		}

	}

	/**
	 * An object that keeps its id and changes otherwise.
	 *
	 * @param before what it was
	 * @param after what it becomes
	 */
	record Replace(SchemaObject before, SchemaObject after) implements Change {

		@Override
		public ObjectId id() {
			return this.before.id();
		}

		@Override
		public Replace inverse() {
			return new Replace(this.after, this.before);
		}

		@Override
		public String describe() {
			return "- " + this.before.line() + "\n+ " + this.after.line();
		}

	}

	/**
	 * Return the renames of tables among changes.
	 * @param changes the changes
	 * @return the renames, in the order of the changes
	 */
	static List<Rename> tableRenames(List<Change> changes) {
		return changes.stream()
			.filter((change) -> change instanceof Rename && change.id().kind() == ObjectKind.TABLE)
			.map(Rename.class::cast)
			.toList();
	}

	/**
	 * An object that changes its name; what names it follows.
	 *
	 * @param id the object, by its old name
	 * @param to its new name; of a table, the text of its path
	 */
	record Rename(ObjectId id, String to) implements Change {

		@Override
		public Rename inverse() {
			return new Rename(this.id.named(this.to), this.id.name());
		}

		@Override
		public String describe() {
			return "~ " + this.id + " -> "
					+ ((this.id.kind() == ObjectKind.TABLE) ? TablePath.of(this.to).line() : FactNames.write(this.to));
		}

		/** The table that is renamed; no table's name if another object is. */
		String tableBefore() {
			return (this.id.kind() == ObjectKind.TABLE) ? this.id.name() : "";
		}

		String tableAfter() {
			return (this.id.kind() == ObjectKind.TABLE) ? this.to : "";
		}

		/**
		 * Return the id an object has after this rename.
		 * @param object the object's id before
		 * @return its id after
		 */
		public ObjectId applyTo(ObjectId object) {
			if (this.id.kind() == ObjectKind.TABLE) {
				return object.tableRenamed(this.id.name(), this.to);
			}
			return object.equals(this.id) ? object.named(this.to) : object;
		}

		List<String> applyTo(String table, List<String> columns) {
			return isColumnOf(table) ? FactNames.renamed(columns, this.id.name(), this.to) : columns;
		}

		String applyTo(String table, String expression) {
			return isColumnOf(table) ? FactNames.renamed(expression, this.id.name(), this.to) : expression;
		}

		private boolean isColumnOf(String table) {
			return this.id.kind() == ObjectKind.COLUMN && this.id.table().equals(table);
		}

	}

}

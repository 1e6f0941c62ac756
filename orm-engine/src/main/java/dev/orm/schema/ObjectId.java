package dev.orm.schema;

import java.io.Serializable;

/**
 * What tells an object of a schema from the others: its kind, the table it is part of and
 * its name. Immutable.
 *
 * @param kind the kind
 * @param table the table, as the text of a {@link TablePath}; empty for a kind that is
 * part of none
 * @param name the name; of a table, the text of its path
 */
public record ObjectId(ObjectKind kind, String table, String name) implements Serializable {

	/**
	 * Return the id of a table.
	 * @param name the table
	 * @return its id
	 */
	public static ObjectId table(String name) {
		return new ObjectId(ObjectKind.TABLE, "", name);
	}

	/**
	 * Return the id of a column.
	 * @param table the table
	 * @param name the column
	 * @return its id
	 */
	public static ObjectId column(String table, String name) {
		return new ObjectId(ObjectKind.COLUMN, table, name);
	}

	/**
	 * Return the qualified name, as facts write it.
	 * @return the name, after the table and a point where it is part of one
	 */
	public String path() {
		if (this.kind == ObjectKind.TABLE) {
			return TablePath.of(this.name).line();
		}
		return this.table.isEmpty() ? FactNames.write(this.name)
				: TablePath.of(this.table).line() + "." + FactNames.write(this.name);
	}

	/**
	 * Return the id under another name.
	 * @param to the new name
	 * @return an id of the same kind in the same table
	 */
	public ObjectId named(String to) {
		return new ObjectId(this.kind, this.table, to);
	}

	/**
	 * Return the id after a table was renamed.
	 * @param from the old name of the table
	 * @param to its new name
	 * @return the id, changed if it is the table or part of it
	 */
	ObjectId tableRenamed(String from, String to) {
		if (this.kind == ObjectKind.TABLE) {
			return this.name.equals(from) ? named(to) : this;
		}
		return this.table.equals(from) ? new ObjectId(this.kind, to, this.name) : this;
	}

	@Override
	public String toString() {
		return this.kind.word() + " " + path();
	}

}

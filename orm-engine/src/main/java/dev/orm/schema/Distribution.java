package dev.orm.schema;

import java.util.List;

/**
 * That the rows of a table lie on several servers: by the values of a column, or all of
 * them on each.
 *
 * @param table the table
 * @param column the column whose values say where a row lies; empty if each server has
 * all rows
 */
public record Distribution(String table, String column) implements SchemaObject {

	private static final String NAME = "distribution";

	/**
	 * Return the id of how the rows of a table lie.
	 * @param table the table
	 * @return the id
	 */
	public static ObjectId id(String table) {
		return new ObjectId(ObjectKind.DISTRIBUTION, table, NAME);
	}

	/**
	 * Return whether each server has all rows.
	 * @return true for a table that others refer to
	 */
	public boolean isReference() {
		return this.column.isEmpty();
	}

	@Override
	public ObjectId id() {
		return id(this.table);
	}

	@Override
	public String line() {
		return id() + (isReference() ? " reference" : " by " + FactNames.write(this.column));
	}

	@Override
	public Distribution after(Change.Rename rename) {
		return isReference() ? new Distribution(rename.applyTo(id()).table(), "")
				: new Distribution(rename.applyTo(id()).table(), rename.applyTo(this.table, columns()).get(0));
	}

	/** The columns it names. */
	List<String> columns() {
		return isReference() ? List.of() : List.of(this.column);
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.distribution(this);
	}

}

package dev.orm.model;

/**
 * The name of a table, in a schema of its own or in that of the connection. Immutable.
 *
 * @param schema the schema; empty for the one the connection's search path finds
 * @param name the table
 */
public record TableName(String schema, String name) {

	/**
	 * Name a table the search path finds.
	 * @param name the table
	 * @return its name
	 */
	public static TableName of(String name) {
		return new TableName("", name);
	}

	/**
	 * Return the name as people read it.
	 * @return the name, after its schema and a dot if it has one; not quoted
	 */
	@Override
	public String toString() {
		return this.schema.isEmpty() ? this.name : this.schema + "." + this.name;
	}

}

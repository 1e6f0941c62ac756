package dev.orm.processor;

/**
 * A table that an annotation names.
 *
 * @param schema the schema; empty for the one the search path finds
 * @param name the table; empty if there is none
 */
record DeclaredTable(String schema, String name) {

	static final DeclaredTable NONE = new DeclaredTable("", "");

	@Override
	public String toString() {
		return this.schema.isEmpty() ? this.name : this.schema + "." + this.name;
	}

	/** The expression that makes it in generated code. */
	String expression() {
		return "new %s(%s, %s)".formatted(EngineNames.TABLE_NAME, GeneratedClass.quoted(this.schema),
				GeneratedClass.quoted(this.name));
	}

}

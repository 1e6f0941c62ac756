package dev.orm.dialect;

/** How identifiers are quoted, so that any name is one. */
@FunctionalInterface
public interface IdentifierQuoting {

	/** Standard SQL. */
	IdentifierQuoting DOUBLE_QUOTES = (name) -> '"' + name.replace("\"", "\"\"") + '"';

	/**
	 * Quote an identifier.
	 * @param name the name
	 * @return the quoted name
	 */
	String quote(String name);

}

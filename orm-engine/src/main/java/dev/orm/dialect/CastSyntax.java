package dev.orm.dialect;

/** How a value is cast. */
@FunctionalInterface
public interface CastSyntax {

	/** PostgreSQL's own. */
	CastSyntax DOUBLE_COLON = (expression, type) -> expression + "::" + type;

	/**
	 * Write a cast.
	 * @param expression the text of the value, safe to stand before an operator
	 * @param type the SQL type
	 * @return the cast
	 */
	String render(String expression, String type);

}

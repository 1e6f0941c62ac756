package dev.orm.dialect;

/**
 * How a database writes what SQL leaves open. Immutable.
 *
 * @param name the product
 * @param identifiers how identifiers are quoted
 * @param limit how the number of rows is limited
 * @param cast how a value is cast
 * @param maxParameters how many values one statement may bind
 */
public record Dialect(String name, IdentifierQuoting identifiers, LimitClause limit, CastSyntax cast,
		int maxParameters) {

	/** PostgreSQL 15 and later. */
	public static final Dialect POSTGRESQL = new Dialect("postgresql", IdentifierQuoting.DOUBLE_QUOTES,
			LimitClause.SUFFIX, CastSyntax.DOUBLE_COLON, 65_535);

}

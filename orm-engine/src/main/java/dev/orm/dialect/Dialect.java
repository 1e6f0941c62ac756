package dev.orm.dialect;

/**
 * How a database writes what SQL leaves open. Immutable.
 *
 * @param name the product
 * @param identifiers how identifiers are quoted
 * @param limit how the number of rows is limited
 * @param cast how a value is cast
 * @param maxParameters how many values one statement may bind
 * @param insertAnswersInOrder whether
 * {@code INSERT ... SELECT ... ORDER BY ... RETURNING} answers in the order of the rows.
 * PostgreSQL does for a table of its own, and not for one whose rows lie on several
 * servers
 */
public record Dialect(String name, IdentifierQuoting identifiers, LimitClause limit, CastSyntax cast, int maxParameters,
		boolean insertAnswersInOrder) {

	/** PostgreSQL 15 and later. */
	public static final Dialect POSTGRESQL = new Dialect("postgresql", IdentifierQuoting.DOUBLE_QUOTES,
			LimitClause.SUFFIX, CastSyntax.DOUBLE_COLON, 65_535, true);

	/**
	 * Return the dialect of a database that may answer an insert of many rows in any
	 * order.
	 * @return a copy
	 */
	public Dialect answeringInAnyOrder() {
		return new Dialect(this.name, this.identifiers, this.limit, this.cast, this.maxParameters, false);
	}

}

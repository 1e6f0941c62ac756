package dev.orm.declare;

/**
 * What must not hold between two rows. Django's {@code RangeOperators}.
 */
public enum ExclusionOperator {

	/** The values are equal. */
	EQUAL("="),
	/** The values differ. */
	NOT_EQUAL("<>"),
	/** The ranges share a value. */
	OVERLAPS("&&"),
	/** One contains the other. */
	CONTAINS("@>"),
	/** One lies within the other. */
	CONTAINED_BY("<@"),
	/** One lies before the other. */
	FULLY_LT("<<"),
	/** One lies after the other. */
	FULLY_GT(">>"),
	/** One does not begin before the other. */
	NOT_LT("&>"),
	/** One does not end after the other. */
	NOT_GT("&<"),
	/** The ranges touch. */
	ADJACENT_TO("-|-");

	private final String sql;

	ExclusionOperator(String sql) {
		this.sql = sql;
	}

	/**
	 * Return the operator in SQL.
	 * @return the operator
	 */
	public String sql() {
		return this.sql;
	}

}

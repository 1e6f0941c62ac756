package dev.orm.dialect;

/** How the number of rows is limited. */
@FunctionalInterface
public interface LimitClause {

	/** LIMIT and OFFSET at the end. */
	LimitClause SUFFIX = (limit, offset) -> (limit.isEmpty() ? "" : " LIMIT " + limit)
			+ (offset.isEmpty() ? "" : " OFFSET " + offset);

	/**
	 * Write the clause.
	 * @param limit the text of the limit; empty for none
	 * @param offset the text of the offset; empty for none
	 * @return the clause with a leading space; empty for none
	 */
	String render(String limit, String offset);

}

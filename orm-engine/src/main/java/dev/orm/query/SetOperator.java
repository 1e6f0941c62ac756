package dev.orm.query;

/** How the rows of queries are combined. */
public enum SetOperator {

	/** The rows of any of them. */
	UNION,
	/** The rows of all of them. */
	INTERSECT,
	/** The rows of the first that no other has. */
	EXCEPT

}

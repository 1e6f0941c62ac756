package dev.orm.expression.node;

/** Where NULLs go in an ordering. */
public enum Nulls {

	/** Where the database puts them. */
	DEFAULT,
	/** Before all values. */
	FIRST,
	/** After all values. */
	LAST

}

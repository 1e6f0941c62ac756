package dev.orm.expression.node;

/** How a query inside an expression is used. */
public enum SubqueryKind {

	/** As the right side of a lookup: a set of values. */
	VALUE,
	/** As one value. Django's {@code Subquery}. */
	SCALAR,
	/** As the question whether it has rows. Django's {@code Exists}. */
	EXISTS,
	/** As an array of its values. Django's {@code ArraySubquery}. */
	ARRAY

}

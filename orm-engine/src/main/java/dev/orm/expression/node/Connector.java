package dev.orm.expression.node;

/** How conditions are joined. */
public enum Connector {

	/** All hold. */
	AND,
	/** Any holds. */
	OR,
	/** An odd number of them holds. */
	XOR

}

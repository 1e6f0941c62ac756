package dev.orm.expression;

/** How conditions are joined. */
public enum Connector {

	/** All hold. */
	AND,
	/** Any holds. */
	OR,
	/** An odd number of them holds. */
	XOR

}

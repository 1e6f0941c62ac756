package dev.orm.expression.node;

/** Where NULLs go in an ordering. */
public enum Nulls {

	/** Where the database puts them. */
	DEFAULT,
	/** Before all values. */
	FIRST,
	/** After all values. */
	LAST;

	/**
	 * Return where NULLs go if the ordering is turned around.
	 * @return the opposite place
	 */
	public Nulls opposite() {
		return switch (this) {
			case DEFAULT -> DEFAULT;
			case FIRST -> LAST;
			case LAST -> FIRST;
		};
	}

}

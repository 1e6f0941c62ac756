package dev.orm.schema;

/** When a constraint is checked. */
public enum Deferral {

	/** After each statement. */
	NONE(""),
	/** After each statement, unless the transaction says otherwise. */
	DEFERRABLE(" deferrable"),
	/** At the commit. */
	DEFERRED(" deferred");

	private final String suffix;

	Deferral(String suffix) {
		this.suffix = suffix;
	}

	String suffix() {
		return this.suffix;
	}

}

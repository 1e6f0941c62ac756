package dev.orm.model;

/**
 * What else a model says of its table. Immutable.
 *
 * @param comment what people should know of the table; empty for nothing
 * @param managed whether migrations make it
 * @param readOnly whether rows may only be read
 * @param presentation what people read
 * @param database the alias of the database it lives in; empty for the default one
 */
public record TableOptions(String comment, boolean managed, boolean readOnly, Presentation presentation,
		String database) {

	/** The alias of the database used where nothing is said. */
	public static final String DEFAULT_DATABASE = "default";

	/** A table like any. */
	public static final TableOptions PLAIN = new TableOptions("", true, false, Presentation.NONE);

	/**
	 * Describe a table of the default database.
	 * @param comment what people should know of the table; empty for nothing
	 * @param managed whether migrations make it
	 * @param readOnly whether rows may only be read
	 * @param presentation what people read
	 */
	public TableOptions(String comment, boolean managed, boolean readOnly, Presentation presentation) {
		this(comment, managed, readOnly, presentation, "");
	}

	/**
	 * Return the options of a table made for this one, as that of join rows.
	 * @return a copy without what is said of this table alone
	 */
	public TableOptions withoutWords() {
		return new TableOptions("", this.managed, this.readOnly, Presentation.NONE, this.database);
	}

}

package dev.orm.annotation;

/**
 * The actions of {@link OnDelete}: carried out by the engine as Django does, or by the
 * database.
 */
public enum OnDeleteAction {

	/** Delete the row too. */
	CASCADE,
	/** Refuse the delete. */
	PROTECT,
	/** Refuse the delete unless the row dies by another cascade. */
	RESTRICT,
	/** Store NULL. */
	SET_NULL,
	/** Store the default of the column. */
	SET_DEFAULT,
	/** Store a given key, or one that a class finds. */
	SET,
	/** Leave it to the database. */
	DO_NOTHING,
	/**
	 * Let the database delete the row too: {@code ON DELETE CASCADE}. The engine neither
	 * counts such rows nor tells anybody of them.
	 */
	DB_CASCADE,
	/** Let the database store NULL: {@code ON DELETE SET NULL}. */
	DB_SET_NULL,
	/**
	 * Let the database store the default it has for the column:
	 * {@code ON DELETE SET DEFAULT}.
	 */
	DB_SET_DEFAULT;

	/**
	 * Return whether the foreign key itself carries the action out.
	 * @return true for those the database knows
	 */
	public boolean isOfDatabase() {
		return this == DB_CASCADE || this == DB_SET_NULL || this == DB_SET_DEFAULT;
	}

	/**
	 * Return whether the engine has to do something.
	 * @return false where all is left to the database
	 */
	public boolean isOfEngine() {
		return this != DO_NOTHING && !isOfDatabase();
	}

}

package dev.orm.annotation;

/** The actions of {@link OnDelete}, carried out by the engine as Django does. */
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
	/** Store a given key. */
	SET,
	/** Leave it to the database. */
	DO_NOTHING

}

package dev.orm.signal;

/** What is done to the rows of a many-to-many relation. */
public enum RelationAction {

	/** Targets are related to the owner. */
	ADD,
	/** The relation is taken from targets. */
	REMOVE,
	/** The relation is taken from all targets. */
	CLEAR

}

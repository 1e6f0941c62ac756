package dev.orm.declare;

import java.util.List;

/**
 * A rule the database keeps. Immutable.
 */
public sealed interface DeclaredConstraint permits DeclaredUnique, DeclaredCheck, DeclaredExclusion {

	/**
	 * Return its name in the database, by which errors of the database name it.
	 * @return the name; empty until one is derived
	 */
	String name();

	/**
	 * Return when the database looks.
	 * @return true if at the commit, so that rows may clash until then
	 */
	default boolean deferred() {
		return false;
	}

	/**
	 * Return what people are told where a row breaks it.
	 * @return the text; empty for the usual one
	 */
	String message();

	/**
	 * Return the attributes an error is shown at.
	 * @return the attributes; empty for the row as a whole
	 */
	List<String> attributes();

}

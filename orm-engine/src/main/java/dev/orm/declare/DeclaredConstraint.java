package dev.orm.declare;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import org.jspecify.annotations.Nullable;

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

	/**
	 * Return the attribute an element is the column of.
	 * @param element an element of an index or a constraint
	 * @return the attribute; null for an expression
	 */
	static @Nullable String attribute(Node element) {
		return (element instanceof Atom.Field field && !field.path().contains("__")) ? field.path() : null;
	}

	/**
	 * Return the attributes among elements.
	 * @param elements the elements
	 * @return the attributes, without expressions
	 */
	static List<String> attributes(Stream<Node> elements) {
		return elements.map(DeclaredConstraint::attribute).filter(Objects::nonNull).toList();
	}

}

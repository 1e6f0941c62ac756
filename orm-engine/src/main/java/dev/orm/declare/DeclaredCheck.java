package dev.orm.declare;

import java.util.List;

import dev.orm.expression.node.Node;

/**
 * A condition no row may make false. Immutable.
 *
 * @param name the name
 * @param condition the condition
 * @param attributes the attributes an error is shown at; empty for the row as a whole
 * @param message what people are told; empty for the usual text
 */
public record DeclaredCheck(String name, Node condition, List<String> attributes,
		String message) implements DeclaredConstraint {

	public DeclaredCheck {
		attributes = List.copyOf(attributes);
	}

}

package dev.orm.declare;

import dev.orm.expression.node.Node;

/**
 * Which rows a relation should lead to: a rule for people who choose, not for the
 * database. Django's {@code limit_choices_to}. Immutable.
 *
 * @param attribute the relation
 * @param condition the condition on the rows it leads to
 */
public record DeclaredLimit(String attribute, Node condition) {

}

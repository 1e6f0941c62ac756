package dev.orm.declare;

import dev.orm.expression.node.Node;

/**
 * What the database computes a column by. Django's {@code GeneratedField(expression)}.
 * Immutable.
 *
 * @param attribute the attribute, which is marked as computed
 * @param expression the expression, over columns of the table
 */
public record DeclaredGenerated(String attribute, Node expression) {

}

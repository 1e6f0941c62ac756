package dev.orm.expression;

import dev.orm.expression.node.Node;

/**
 * A field and the value it gets. Immutable.
 *
 * @param <R> the model
 * @param attribute the attribute
 * @param value the value
 */
public record Assignment<R>(String attribute, Node value) {

}

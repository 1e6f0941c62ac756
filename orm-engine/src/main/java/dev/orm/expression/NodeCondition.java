package dev.orm.expression;

import dev.orm.expression.node.Node;

/**
 * A condition that is just its node.
 *
 * @param <R> the root model
 * @param node the node
 */
record NodeCondition<R>(Node node) implements Condition<R> {

}

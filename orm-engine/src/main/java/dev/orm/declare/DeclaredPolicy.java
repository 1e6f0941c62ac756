package dev.orm.declare;

import dev.orm.expression.node.Node;

/**
 * Which rows of the table the database lets anybody read and write. Immutable.
 *
 * @param name the name of the policy
 * @param condition what must be true of a row
 */
public record DeclaredPolicy(String name, Node condition) {

}

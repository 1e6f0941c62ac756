package dev.orm.declare;

import dev.orm.expression.node.Node;

/**
 * What the database puts into a column that an insert leaves out. Django's
 * {@code db_default}. Immutable.
 *
 * @param attribute the attribute
 * @param expression a value, or an expression over no columns
 */
public record DeclaredDefault(String attribute, Node expression) {

}

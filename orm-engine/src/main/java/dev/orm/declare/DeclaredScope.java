package dev.orm.declare;

import dev.orm.expression.node.Node;

/**
 * A condition that queries for the rows of a model carry by themselves. Immutable.
 *
 * @param name what it is lifted by
 * @param condition what is true of the rows that are seen
 * @param strict whether nothing escapes it: no query lifts it, and references and writes
 * by key keep it too
 */
public record DeclaredScope(String name, Node condition, boolean strict) {

}

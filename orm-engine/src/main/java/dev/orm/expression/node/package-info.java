/**
 * The tree of an unresolved expression: what the caller wrote, with paths as text, and
 * the shape its SQL depends on. In: names, values and other nodes. Out: nodes, and passes
 * over them. Knows nothing typed. Called by: expression, path, query, lookup, resolve,
 * compile, load, persist.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.expression.node;

import org.jspecify.annotations.NullMarked;

/**
 * Clauses of a statement that hold no expressions: locks and frames. In: values. Out:
 * records. Called by: tree, resolve, render.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.sql.clause;

import org.jspecify.annotations.NullMarked;

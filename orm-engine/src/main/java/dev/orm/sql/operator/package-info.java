/**
 * Operators that stand between two expressions, as values that passes compare. Called by:
 * all who build expressions, render.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.sql.operator;

import org.jspecify.annotations.NullMarked;

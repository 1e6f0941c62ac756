/**
 * Statements that change rows: what they write where, and rows that come as arrays. In:
 * expressions. Out: a statement to be rendered. Called by: resolve, persist, render.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.sql.write;

import org.jspecify.annotations.NullMarked;

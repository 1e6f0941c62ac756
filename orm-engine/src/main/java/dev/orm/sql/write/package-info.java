/**
 * Statements that change rows: what they write where, and rows that come as arrays. In:
 * expressions. Out: a statement to be rendered. Called by: resolve, persist, render.
 */
@NullMarked
package dev.orm.sql.write;

import org.jspecify.annotations.NullMarked;

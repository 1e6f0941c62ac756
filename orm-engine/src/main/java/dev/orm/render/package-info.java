/**
 * Writes statement trees as text. In: a statement and a dialect. Out: text and its
 * parameters in order. Called by: compile, persist.
 */
@NullMarked
package dev.orm.render;

import org.jspecify.annotations.NullMarked;

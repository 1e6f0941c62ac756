/**
 * Writes statement trees as text. In: a statement and a dialect. Out: text and its
 * parameters in order. Called by: compile, persist.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.render;

import org.jspecify.annotations.NullMarked;

/**
 * Where what rows were is kept. In: a linked model. Out: the table beside its own, and
 * what is in it. Called by: whoever reads it, and migrations, which make it.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.meta.history;

import org.jspecify.annotations.NullMarked;

/**
 * The index of models: a line of it comes in, and what the source code says of a model
 * goes out, without loading what was generated for it. Called when models are linked.
 *
 * @since 0.1.0
 */
@NullMarked
package dev.orm.meta.index;

import org.jspecify.annotations.NullMarked;

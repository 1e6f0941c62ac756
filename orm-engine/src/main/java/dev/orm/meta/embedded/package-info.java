/**
 * Records that are embedded in models, as a whole. In: a model and a path. Out: the
 * columns, and records taken apart and put together. Called by: resolve, instance.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.meta.embedded;

import org.jspecify.annotations.NullMarked;

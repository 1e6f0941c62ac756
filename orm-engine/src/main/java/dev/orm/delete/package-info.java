/**
 * Deletes with their cascades. In: an instance, a query or a filter. Out: what is gone.
 * Called by: relate and writers.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.delete;

import org.jspecify.annotations.NullMarked;

/**
 * The rows of tables as they were. In: a model and a time. Out: what a statement reads
 * instead of the table. Called by: what puts statements together.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.resolve.history;

import org.jspecify.annotations.NullMarked;

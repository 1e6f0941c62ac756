/**
 * Instances as writing sees them: their tables and columns, the values they hold and get,
 * the order in which they are met, and how to undo what was done to them. Sends nothing.
 * Called by: write and the rooms above it.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.instance;

import org.jspecify.annotations.NullMarked;

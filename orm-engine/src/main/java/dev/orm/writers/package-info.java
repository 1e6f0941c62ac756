/**
 * All that writes, put together. Called by: the front door.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.writers;

import org.jspecify.annotations.NullMarked;

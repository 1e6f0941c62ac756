/**
 * All that writes, put together. Called by: the front door.
 */
@NullMarked
package dev.orm.writers;

import org.jspecify.annotations.NullMarked;

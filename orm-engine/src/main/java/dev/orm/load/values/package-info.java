/**
 * Rows into values, without instances. Called by: load, the front door.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.load.values;

import org.jspecify.annotations.NullMarked;

/**
 * Statements that write rows: what they are made of, what runs them, and what instances
 * know of their rows afterwards. Called by: save, bulk, delete and relate.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.write;

import org.jspecify.annotations.NullMarked;

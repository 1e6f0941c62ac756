/**
 * Single instances: saved, created, got or created; with what the database computes for
 * them. In: an instance or its attributes. Out: its row. Called by: bulk, relate,
 * writers.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.save;

import org.jspecify.annotations.NullMarked;

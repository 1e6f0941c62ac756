/**
 * Queries into SQL: resolve, render, and a cache of plans by shape. In: QuerySpec. Out:
 * CompiledQuery and its values. Called by: load, persist and the front door.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.compile;

import org.jspecify.annotations.NullMarked;

/**
 * Builds and takes apart statement trees, knowing neither models nor queries: conditions
 * folded, values bound, tables renamed. Called by: lookup, resolve.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.tree;

import org.jspecify.annotations.NullMarked;

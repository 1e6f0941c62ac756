/**
 * Database functions, aggregates and operators by their Django names, built-in ones and
 * users' through one registry. In: resolved arguments. Out: an expression. Called by:
 * resolve.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.function;

import org.jspecify.annotations.NullMarked;

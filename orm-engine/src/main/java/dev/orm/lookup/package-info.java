/**
 * Lookups and transforms, built-in ones and users' through one registry. In: a resolved
 * left side and an operand. Out: a condition. Called by: resolve.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.lookup;

import org.jspecify.annotations.NullMarked;

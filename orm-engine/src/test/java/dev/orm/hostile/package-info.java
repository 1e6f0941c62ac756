/**
 * Strings meant to do harm, sent through every entry point. In: a list among the test
 * resources. Out: an error before any SQL, or a value that was bound.
 */
@NullMarked
package dev.orm.hostile;

import org.jspecify.annotations.NullMarked;

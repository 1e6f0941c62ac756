/**
 * Values that follow those of rows that are there: slugs that are not taken, and places
 * among the rows of an owner. In: new instances. Out: the same, with such values; or rows
 * in another order. Called by: what inserts, and managers of related rows.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.succession;

import org.jspecify.annotations.NullMarked;

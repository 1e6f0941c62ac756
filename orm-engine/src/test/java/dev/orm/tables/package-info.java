/**
 * Common table expressions and aggregates of several relations, on the shop's data set.
 */
@NullMarked
package dev.orm.tables;

import org.jspecify.annotations.NullMarked;

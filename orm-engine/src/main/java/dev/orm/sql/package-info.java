/**
 * The dialect-free syntax tree of a statement: sealed interfaces, records and enums only.
 * Called by: resolve, lookup, render, persist.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.sql;

import org.jspecify.annotations.NullMarked;

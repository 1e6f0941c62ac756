/**
 * Binds paths to columns as Django does: joins, negation, grouping. In: QuerySpec. Out: a
 * statement and its row shape. Knows no dialect and no JDBC. Called by: compile.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.resolve;

import org.jspecify.annotations.NullMarked;

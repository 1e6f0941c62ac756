/**
 * COPY of the rows of a query, and its options.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.sql.copy;

import org.jspecify.annotations.NullMarked;

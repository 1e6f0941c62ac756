/**
 * Rows in bulk by PostgreSQL's {@code COPY}. In comes a query or the columns of a table,
 * a {@link dev.orm.copy.Copy} that says how rows are written, and a stream; out goes how
 * many rows went through it. The front door calls, and bulk creation.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.copy;

import org.jspecify.annotations.NullMarked;

/**
 * The order and the bounds of a query. In: a QuerySpec, and what the caller asks of its
 * rows: the first, the last, some of them, those after a cursor. Out: the QuerySpec that
 * asks for them. Called by: the front door.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.paging;

import org.jspecify.annotations.NullMarked;

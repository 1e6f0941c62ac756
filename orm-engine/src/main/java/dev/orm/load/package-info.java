/**
 * Rows into instances: identity of related rows, prefetching, peers and deferred fields.
 * In: bound queries. Out: instances. Called by: persist and the front door.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.load;

import org.jspecify.annotations.NullMarked;

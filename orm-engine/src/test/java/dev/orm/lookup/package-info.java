/** Lookups and transforms on a real PostgreSQL. */
@NullMarked
package dev.orm.lookup;

import org.jspecify.annotations.NullMarked;

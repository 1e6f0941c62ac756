/**
 * The rows that belong to an instance: by a foreign key to it, or in a join table. In: an
 * owner and what it is to be related to. Out: rows changed. Called by: the front door.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.relate;

import org.jspecify.annotations.NullMarked;

/**
 * What reads are for. In: the relation they follow. Out: a purpose, with the way out
 * where they are many. Called by: load, the front door.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.load.purpose;

import org.jspecify.annotations.NullMarked;

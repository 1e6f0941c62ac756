/**
 * Values of fields that are set by themselves, and who writes. In: a write of a field.
 * Out: its next value. Called by: the annotations that stand for such values, and every
 * way to write. Applications implement it.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.automatic;

import org.jspecify.annotations.NullMarked;

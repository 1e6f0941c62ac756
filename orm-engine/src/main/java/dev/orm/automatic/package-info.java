/**
 * Values of fields that are set by themselves, and who writes. In: a write of a field.
 * Out: its next value. Called by: the annotations that stand for such values, and every
 * way to write. Applications implement it.
 */
@NullMarked
package dev.orm.automatic;

import org.jspecify.annotations.NullMarked;

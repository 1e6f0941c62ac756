/**
 * Many instances by one statement. In: instances and options. Out: rows, and instances
 * that know their keys. Called by: relate and writers.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.bulk;

import org.jspecify.annotations.NullMarked;

/**
 * Value types: the family, the Java class, the SQL name and the codec of a value. In: a
 * field, or a request for a type. Out: its type. Called by: every room above.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.type;

import org.jspecify.annotations.NullMarked;

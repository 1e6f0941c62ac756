/**
 * Reads rows. In: a JDBC result set. Out: the values of its columns, each of the Java
 * class its type has. Called by: the generated bindings and the readers of the load room.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.row;

import org.jspecify.annotations.NullMarked;

/**
 * What differs between databases, as values: clause strategies and named features. In: a
 * product. Out: a dialect. Called by: render, compile, the front door. Only this room
 * names a database.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.dialect;

import org.jspecify.annotations.NullMarked;

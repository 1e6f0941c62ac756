/**
 * What the driver's errors mean. In: an SQLException. Out: Spring's exceptions, without
 * values of rows or parameters; a statement sent again whose plan was stale; a connection
 * closed that nobody can go on with. Called by: execute.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.execute.failure;

import org.jspecify.annotations.NullMarked;

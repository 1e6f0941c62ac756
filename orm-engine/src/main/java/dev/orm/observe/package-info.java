/**
 * Tells who wants to know what statements ran and how long they took. In: events of the
 * execute room. Out: listeners, captured logs, Micrometer meters and observations. Called
 * by: execute, users.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.observe;

import org.jspecify.annotations.NullMarked;

/**
 * Runs migrations through Flyway: forward, back, as if, and what there is to know of
 * them. A {@code Flyway} and a journal in, a changed database out. The only place that
 * knows Flyway. Called by: the command language and the edge.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.apply;

import org.jspecify.annotations.NullMarked;

/**
 * Migrations in a Spring Boot application: at its start, by command, in its health.
 * Wiring only; the engine's migration room does the work.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.boot.migration;

import org.jspecify.annotations.NullMarked;

/**
 * Writes the SQL of changes, forward and back, as PostgreSQL takes it. Changes in,
 * scripts out. Called by: the command language, inspect and apply.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.ddl;

import org.jspecify.annotations.NullMarked;

/**
 * Writes the SQL of changes, forward and back, as PostgreSQL takes it. Changes in,
 * scripts out. Called by: the command language, inspect and apply.
 */
@NullMarked
package dev.orm.migration.ddl;

import org.jspecify.annotations.NullMarked;

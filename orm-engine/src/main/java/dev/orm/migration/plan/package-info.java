/**
 * Says what would run on a database before it runs: a migrator in, lines out. Called by:
 * the command language.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.plan;

import org.jspecify.annotations.NullMarked;

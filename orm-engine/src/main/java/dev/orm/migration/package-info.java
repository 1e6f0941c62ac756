/**
 * Migrations: models become a schema, its changes SQL files that Flyway runs untouched.
 * Rooms below: model, detect, ddl, files, inspect, apply, manage. Called by: users and
 * the edge.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration;

import org.jspecify.annotations.NullMarked;

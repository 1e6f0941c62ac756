/**
 * Migrations that change rows by code in Java: what users extend, the tables as they are
 * at a version, and the rows of one. A connection of Flyway's in, changed rows out.
 * Called by: Flyway, which finds the code, and the way back.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.apply.step;

import org.jspecify.annotations.NullMarked;

/**
 * Tries migrations on a database of its own: forward, back and again, and by measuring
 * each statement. Migrations in, what is wrong with them, or what they did, out. Called
 * by: the command language and tests of users.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.apply.trial;

import org.jspecify.annotations.NullMarked;

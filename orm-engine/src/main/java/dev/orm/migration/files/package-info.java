/**
 * The folders of migrations: the SQL files, their undo scripts and the journal beside
 * them. Called by: the command language.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.files;

import org.jspecify.annotations.NullMarked;

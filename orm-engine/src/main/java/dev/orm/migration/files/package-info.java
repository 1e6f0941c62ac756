/**
 * The folders of migrations: the SQL files, their undo scripts and the journal beside
 * them. Called by: the command language.
 */
@NullMarked
package dev.orm.migration.files;

import org.jspecify.annotations.NullMarked;

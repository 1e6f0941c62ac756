/**
 * Finds the changes between two schemas, renames first, asking where only a person knows.
 * Two schemas in, ordered changes out. Called by: the command language.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.detect;

import org.jspecify.annotations.NullMarked;

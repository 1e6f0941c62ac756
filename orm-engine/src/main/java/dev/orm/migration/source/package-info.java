/**
 * Writes the classes of models for a schema that is there already: a schema in, Java
 * sources out. Called by: the command language.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.source;

import org.jspecify.annotations.NullMarked;

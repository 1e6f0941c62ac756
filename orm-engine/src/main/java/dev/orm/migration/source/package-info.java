/**
 * Writes the classes of models for a schema that is there already: a schema in, Java
 * sources out. Called by: the command language.
 */
@NullMarked
package dev.orm.migration.source;

import org.jspecify.annotations.NullMarked;

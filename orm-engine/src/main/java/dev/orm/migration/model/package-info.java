/**
 * What models ask of a database: a registry in, a schema out. Called by: the command
 * language and the check at start-up.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.model;

import org.jspecify.annotations.NullMarked;

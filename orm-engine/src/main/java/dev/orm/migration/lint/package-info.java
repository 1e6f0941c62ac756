/**
 * Says what a migration does to an application that runs: which locks it takes, what it
 * may lose, what the version before it cannot live with. Changes and SQL in, findings
 * out. Called by: the command language.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.lint;

import org.jspecify.annotations.NullMarked;

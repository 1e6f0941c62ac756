/**
 * The command language of migrations, in Django's words: arguments in, an exit code out.
 * Called by: the Maven plugin, a main method, the application's jar.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.manage;

import org.jspecify.annotations.NullMarked;

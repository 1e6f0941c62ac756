/**
 * Runs commands on several databases, or on the schemas of several tenants: words in, the
 * worst exit code out. Called by: the main method, the application's jar.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.several;

import org.jspecify.annotations.NullMarked;

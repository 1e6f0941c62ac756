/**
 * Maven goals for migrations: each forks the command language on the project's class
 * path, and passes its exit code on. Knows nothing of the engine. Called by: Maven.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.maven;

import org.jspecify.annotations.NullMarked;

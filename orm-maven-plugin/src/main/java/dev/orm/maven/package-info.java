/**
 * Maven goals for migrations: each forks the command language on the project's class
 * path, and passes its exit code on. Knows nothing of the engine. Called by: Maven.
 */
@NullMarked
package dev.orm.maven;

import org.jspecify.annotations.NullMarked;

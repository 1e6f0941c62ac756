/**
 * Tests of writing, on a real PostgreSQL. In: models of their own. Out: rows and
 * statements. Called by: the build.
 */
@NullMarked
package dev.orm.persist;

import org.jspecify.annotations.NullMarked;

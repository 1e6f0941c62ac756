/**
 * Why a migration did not run, was not taken back or recorded. Called by: all that works
 * on databases, and the edge, which tells people.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.problem;

import org.jspecify.annotations.NullMarked;

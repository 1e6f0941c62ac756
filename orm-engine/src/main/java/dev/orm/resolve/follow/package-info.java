/**
 * What follows models alone, and knows no query that is being resolved: paths and their
 * joins, keys of instances, the fields that are left out. Called by: resolve.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.resolve.follow;

import org.jspecify.annotations.NullMarked;

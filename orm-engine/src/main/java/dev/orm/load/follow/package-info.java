/**
 * What relations are followed by: the accessors of models, the keys and handles of
 * instances, the slice of each owner. Called by: load.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.load.follow;

import org.jspecify.annotations.NullMarked;

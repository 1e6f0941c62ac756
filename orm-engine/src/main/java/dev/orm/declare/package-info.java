/**
 * What models say of their tables beyond columns, in typed Java. In: what {@link Meta}
 * methods call. Out: one immutable {@link dev.orm.declare.Declarations} for each model.
 * Called by: the linked models, on first need.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.declare;

import org.jspecify.annotations.NullMarked;

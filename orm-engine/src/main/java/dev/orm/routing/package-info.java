/**
 * Which database answers. In: what was asked for, the model, the instance at hand. Out: a
 * route, or why rows of two databases may not be related. Which connection that is, the
 * execute room chooses. Called by: load, persist, the front door.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.routing;

import org.jspecify.annotations.NullMarked;

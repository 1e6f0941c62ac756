/**
 * Who hears of writes. Comes in: what is about to happen to an instance, or has. Goes
 * out: calls of its hooks, and events to whoever listens. Called by: persist.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.signal;

import org.jspecify.annotations.NullMarked;

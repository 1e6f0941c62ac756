/**
 * Whether instances may be stored. Comes in: instances. Goes out: what is wrong with
 * them, by field. Called by: the front door, and persist by a port.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.validate;

import org.jspecify.annotations.NullMarked;

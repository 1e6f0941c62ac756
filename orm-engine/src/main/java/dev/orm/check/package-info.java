/**
 * What is odd about models although they can be linked. Comes in: models. Goes out:
 * problems. Called by: the front door, at the start of applications and by commands.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.check;

import org.jspecify.annotations.NullMarked;

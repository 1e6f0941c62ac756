/**
 * Errors that several rooms raise, named after Django's. In: the place and the choices.
 * Out: an exception of Spring's DataAccessException family. Called by: every room.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.error;

import org.jspecify.annotations.NullMarked;

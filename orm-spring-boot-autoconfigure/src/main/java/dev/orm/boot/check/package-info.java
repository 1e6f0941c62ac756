/**
 * Checks of models at the start of a Spring Boot application. Wiring only; the engine's
 * check room does the work.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.boot.check;

import org.jspecify.annotations.NullMarked;

/**
 * Validation in a Spring Boot application: Jakarta's rules, texts in the caller's
 * language, what saves do. Wiring only; the engine's validation room does the work.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.boot.validation;

import org.jspecify.annotations.NullMarked;

/**
 * How a Spring Boot application says what observation is to leave alone, and is told what
 * it saw. Wiring only; the engine's room of the same name does the work.
 *
 * @since 0.1.0
 */
@NullMarked
package dev.orm.boot.observe;

import org.jspecify.annotations.NullMarked;

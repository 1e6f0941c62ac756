/**
 * Atomic blocks in a Spring Boot application: around methods, around requests, and what
 * is checked about them at the start. Wiring only; the engine's transaction room does the
 * work.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.boot.transaction;

import org.jspecify.annotations.NullMarked;

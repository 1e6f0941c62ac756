/**
 * Wires the engine into Spring Boot. In: properties and beans. Out: beans of the ORM.
 * Called by: Spring Boot.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;

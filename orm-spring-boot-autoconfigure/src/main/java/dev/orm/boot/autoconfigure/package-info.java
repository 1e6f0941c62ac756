/**
 * Wires the engine into Spring Boot. In: properties and beans. Out: beans of the ORM.
 * Called by: Spring Boot.
 */
@NullMarked
package dev.orm.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;

/**
 * Spring's scan for components, and what it need not read. In: the index of models. Out:
 * what a scan is told of a class file without opening it. Called by: Spring Boot.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.boot.scan;

import org.jspecify.annotations.NullMarked;

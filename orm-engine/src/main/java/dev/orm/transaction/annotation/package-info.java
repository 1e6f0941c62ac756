/**
 * Annotations that make methods atomic blocks. In: what a method's block is to be. Read
 * by: whoever makes proxies, such as Spring Boot's auto-configuration.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.transaction.annotation;

import org.jspecify.annotations.NullMarked;

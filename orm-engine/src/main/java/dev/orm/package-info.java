/**
 * The front door of the ORM. May use every room; no room uses it.
 * @since 0.1.0
 */
@NullMarked
package dev.orm;

import org.jspecify.annotations.NullMarked;

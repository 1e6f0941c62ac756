/**
 * The front door of the ORM. May use every room; no room uses it.
 */
@NullMarked
package dev.orm;

import org.jspecify.annotations.NullMarked;

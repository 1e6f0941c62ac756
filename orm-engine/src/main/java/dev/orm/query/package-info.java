/**
 * The caller's intent: an immutable list of queryset operations and its shape. Called by:
 * the front door, resolve.
 */
@NullMarked
package dev.orm.query;

import org.jspecify.annotations.NullMarked;

/**
 * Unresolved expressions and conditions: what the caller wrote, with paths as text. Knows
 * no model. Called by: users, path, query, resolve.
 */
@NullMarked
package dev.orm.expression;

import org.jspecify.annotations.NullMarked;

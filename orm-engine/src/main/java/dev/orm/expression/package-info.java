/**
 * Expressions and conditions as users write them. In: paths, values and querysets. Out:
 * typed expressions over a tree of nodes, all of them immutable. Knows no model. Called
 * by: users, path, query, resolve.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.expression;

import org.jspecify.annotations.NullMarked;

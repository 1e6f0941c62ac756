/**
 * What the compiler refuses. In: a statement of a user. Out: whether it compiles.
 */
@NullMarked
package dev.orm.typing;

import org.jspecify.annotations.NullMarked;

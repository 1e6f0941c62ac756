/**
 * The typed functions users import statically. In: typed expressions and values. Out:
 * typed expressions over the nodes of the expression room. Called by: users.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.expression.functions;

import org.jspecify.annotations.NullMarked;

/**
 * Typed paths the processor's generated metamodel is made of. In: an attribute. Out: an
 * unresolved expression, immutable and so safe in constants. Called by: generated code
 * and users.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.path;

import org.jspecify.annotations.NullMarked;

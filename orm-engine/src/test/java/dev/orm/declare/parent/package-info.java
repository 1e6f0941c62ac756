/** An abstract parent of another package. Called by: the tests of declarations. */
@NullMarked
package dev.orm.declare.parent;

import org.jspecify.annotations.NullMarked;

/** What the typed expressions build. */
@NullMarked
package dev.orm.expression;

import org.jspecify.annotations.NullMarked;

/** Rows in bulk by {@code COPY}. */
@NullMarked
package dev.orm.copy;

import org.jspecify.annotations.NullMarked;

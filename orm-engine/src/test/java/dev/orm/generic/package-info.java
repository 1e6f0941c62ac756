/** Keys that point to rows of any model, and their ways back, on PostgreSQL. */
@NullMarked
package dev.orm.generic;

import org.jspecify.annotations.NullMarked;

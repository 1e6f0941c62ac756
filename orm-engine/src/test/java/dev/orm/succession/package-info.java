/** Values that follow those of other rows, on PostgreSQL: slugs and positions. */
@NullMarked
package dev.orm.succession;

import org.jspecify.annotations.NullMarked;

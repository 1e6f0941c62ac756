/** Tests of the row room, on a real PostgreSQL. */
@NullMarked
package dev.orm.row;

import org.jspecify.annotations.NullMarked;

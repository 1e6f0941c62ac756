/** Tests of the type room, on a real PostgreSQL. */
@NullMarked
package dev.orm.type;

import org.jspecify.annotations.NullMarked;

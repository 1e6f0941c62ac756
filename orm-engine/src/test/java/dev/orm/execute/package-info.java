/** Tests of the execute room, on a real PostgreSQL. */
@NullMarked
package dev.orm.execute;

import org.jspecify.annotations.NullMarked;

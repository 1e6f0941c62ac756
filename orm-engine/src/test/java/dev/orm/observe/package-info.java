/** Tests of the observe room, on a real PostgreSQL. */
@NullMarked
package dev.orm.observe;

import org.jspecify.annotations.NullMarked;

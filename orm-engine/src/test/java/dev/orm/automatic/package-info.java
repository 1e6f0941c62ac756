/** Values the engine sets, by every way to write, on PostgreSQL. */
@NullMarked
package dev.orm.automatic;

import org.jspecify.annotations.NullMarked;

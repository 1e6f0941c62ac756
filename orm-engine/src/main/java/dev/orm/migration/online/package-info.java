/**
 * Splits changes into files, so that tables in use are never blocked for long and the
 * version of the application that still runs goes on working: what adds now, what takes
 * away later. A difference in, steps out. Called by: the command language.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.online;

import org.jspecify.annotations.NullMarked;

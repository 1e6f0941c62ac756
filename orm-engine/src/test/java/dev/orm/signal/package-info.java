/** Hooks of models and events, heard and unheard, on PostgreSQL. */
@NullMarked
package dev.orm.signal;

import org.jspecify.annotations.NullMarked;

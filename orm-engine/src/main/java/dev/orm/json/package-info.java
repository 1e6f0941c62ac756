/**
 * The library that reads and writes JSON. Implemented by: applications that have another
 * than Jackson. Called by: codec and type.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.json;

import org.jspecify.annotations.NullMarked;

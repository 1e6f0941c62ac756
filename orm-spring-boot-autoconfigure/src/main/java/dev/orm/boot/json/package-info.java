/**
 * Models as JSON, from the metamodel: what is loaded, and never a statement.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.boot.json;

import org.jspecify.annotations.NullMarked;

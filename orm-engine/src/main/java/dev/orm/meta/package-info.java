/**
 * Generated descriptions linked into an immutable registry of models, fields and
 * relations. Called by: query, resolve, compile, load, persist.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.meta;

import org.jspecify.annotations.NullMarked;

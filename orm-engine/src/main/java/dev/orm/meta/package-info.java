/**
 * Generated descriptions linked into an immutable registry of models, fields and
 * relations. Called by: resolve, load, persist, check.
 */
@NullMarked
package dev.orm.meta;

import org.jspecify.annotations.NullMarked;

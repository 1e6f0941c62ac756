/**
 * Statements written by hand: {@link dev.orm.load.raw.RawSql} is their text with its
 * values, {@link dev.orm.load.raw.Statements} runs those that are of no model.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.load.raw;

import org.jspecify.annotations.NullMarked;

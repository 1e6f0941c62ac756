/**
 * What differs between databases, as values: clause strategies and named features. In: a
 * product. Out: a dialect. Called by: render, compile, the front door. Of how SQL is
 * written, only this room says it of a product; values and errors of PostgreSQL's driver
 * are named where they are read ({@code execute}, {@code cluster}, {@code codec},
 * {@code type}).
 * @since 0.1.0
 */
@NullMarked
package dev.orm.dialect;

import org.jspecify.annotations.NullMarked;

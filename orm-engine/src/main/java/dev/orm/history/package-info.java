/**
 * What rows were. In: a model and a key. Out: its versions, each with what made and what
 * ended it. Called by: managers.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.history;

import org.jspecify.annotations.NullMarked;

/**
 * What the constants of an enum say of themselves: how they are stored, and how people
 * read them. Implemented by: users. Called by: type, model and the rooms above.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.choice;

import org.jspecify.annotations.NullMarked;

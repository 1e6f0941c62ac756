/** What is odd about models, and how it is left unsaid. */
@NullMarked
package dev.orm.check;

import org.jspecify.annotations.NullMarked;

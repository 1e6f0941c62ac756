/**
 * Rules of Django's that are easy to get wrong and that no test of a part holds. In: the
 * rows of the acceptance cases. Out: what Django answers, or that it refuses.
 */
@NullMarked
package dev.orm.rule;

import org.jspecify.annotations.NullMarked;

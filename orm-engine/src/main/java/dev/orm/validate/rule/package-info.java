/**
 * Rules that the database answers, by one statement for any number of rows. In: what a
 * model declares. Out: conditions on the rows given, and the words of a refusal. Called
 * by: validate.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.validate.rule;

import org.jspecify.annotations.NullMarked;

/**
 * Runs the acceptance cases, which real Django answered, through the public API. In: a
 * folder of cases and expected answers. Out: what passed and what did not. Called by:
 * {@code bin/acceptance} and the tests.
 */
@NullMarked
package dev.orm.acceptance;

import org.jspecify.annotations.NullMarked;

/**
 * Tests of what rows were: triggers, versions, reads as of a time.
 */
@NullMarked
package dev.orm.history;

import org.jspecify.annotations.NullMarked;

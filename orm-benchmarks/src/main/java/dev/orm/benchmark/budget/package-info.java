/**
 * What the model layer costs where it is used, and that it costs nothing where it is not:
 * the budget of the design. Comes in: how long to measure. Goes out: a table.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.benchmark.budget;

import org.jspecify.annotations.NullMarked;

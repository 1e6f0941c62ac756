/**
 * How long applications of ten and of 300 models take to start. Comes in: the URL of a
 * database. Goes out: a table, and rows for the results. The applications are written and
 * compiled on the way and kept out of the repository.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.benchmark.startup;

import org.jspecify.annotations.NullMarked;

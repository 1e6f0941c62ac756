/**
 * One class for each contender: the workloads, each in that library's documented best
 * practice. Comes in: a data source. Goes out: rows, so that nothing is optimized away.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.benchmark.contender;

import org.jspecify.annotations.NullMarked;

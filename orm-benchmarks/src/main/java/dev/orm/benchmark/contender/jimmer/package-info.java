/**
 * Jimmer: its immutable entities, implemented by its annotation processor, and its way
 * through the workloads. Comes in: a data source. Goes out: rows. Only the list of
 * contenders calls in.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.benchmark.contender.jimmer;

import org.jspecify.annotations.NullMarked;

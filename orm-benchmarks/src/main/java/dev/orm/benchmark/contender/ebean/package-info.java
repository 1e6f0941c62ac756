/**
 * Ebean: its entities, enhanced by its Maven plugin, and its way through the workloads.
 * Comes in: a data source. Goes out: rows. Only the list of contenders calls in.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.benchmark.contender.ebean;

import org.jspecify.annotations.NullMarked;

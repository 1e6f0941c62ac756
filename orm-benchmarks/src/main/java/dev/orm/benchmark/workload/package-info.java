/**
 * The workloads as JMH sees them. A fork makes one contender and runs one workload.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.benchmark.workload;

import org.jspecify.annotations.NullMarked;

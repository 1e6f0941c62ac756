/**
 * The replicas of a database: which of them a read may use, so that its unit of work
 * never misses what it wrote. In: what a reader needs. Out: a server to read from, or the
 * primary and why. The only room with threads. Called by: execute, the Spring edge.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.cluster;

import org.jspecify.annotations.NullMarked;

/**
 * The write-ahead log: positions in it, what servers are asked about it, and how far a
 * replica has come. Called by: cluster.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.cluster.wal;

import org.jspecify.annotations.NullMarked;

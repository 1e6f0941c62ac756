/**
 * JMH comparisons with hand-written JDBC.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.benchmark;

import org.jspecify.annotations.NullMarked;

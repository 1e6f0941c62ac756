/**
 * JMH comparisons with hand-written JDBC.
 */
@NullMarked
package dev.orm.benchmark;

import org.jspecify.annotations.NullMarked;

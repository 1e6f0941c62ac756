/**
 * A driver that answers the same rows from memory, so that only the work above the driver
 * is measured.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.benchmark.stub;

import org.jspecify.annotations.NullMarked;

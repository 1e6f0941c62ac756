/**
 * What errors carry as data.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.error.detail;

import org.jspecify.annotations.NullMarked;

/**
 * Tells ahead-of-time processing, and so native images, what is reached by reflection
 * only.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.boot.aot;

import org.jspecify.annotations.NullMarked;

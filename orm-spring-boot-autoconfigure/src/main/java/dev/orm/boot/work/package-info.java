/**
 * Makes tasks units of work, or lets them work for the unit of who hands them over.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.boot.work;

import org.jspecify.annotations.NullMarked;

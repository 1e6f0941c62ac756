/**
 * A small shop: the first application to read and to run.
 */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;

/**
 * The page of one product: what it is, what customers think of it, what else there is.
 * Called by: the web.
 */
@NullMarked
package shop.product;

import org.jspecify.annotations.NullMarked;

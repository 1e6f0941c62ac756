/**
 * Remarks on products and on orders, by one model whose key points to either. Called by:
 * the web.
 */
@NullMarked
package shop.comment;

import org.jspecify.annotations.NullMarked;

/**
 * Orders: what was bought, and the one place that takes stock. In: an order request. Out:
 * a placed order, or the reason why not. Called by: the web.
 */
@NullMarked
package shop.order;

import org.jspecify.annotations.NullMarked;

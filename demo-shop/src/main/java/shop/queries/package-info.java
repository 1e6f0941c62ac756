/**
 * The page of what the shop's statements cost. In: what Actuator's endpoints tell. Out:
 * the page. Called by: browsers.
 */
@NullMarked
package shop.queries;

import org.jspecify.annotations.NullMarked;

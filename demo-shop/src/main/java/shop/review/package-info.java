/**
 * What customers think of products. Called by: the web.
 */
@NullMarked
package shop.review;

import org.jspecify.annotations.NullMarked;

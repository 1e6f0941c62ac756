/**
 * What customers think of products: posted, deleted, restored. Called by: the web.
 */
@NullMarked
package shop.review;

import org.jspecify.annotations.NullMarked;

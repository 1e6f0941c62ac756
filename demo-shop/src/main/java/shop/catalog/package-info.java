/**
 * What the shop sells: products, categories, suppliers and tags. In: a shopper's filters.
 * Out: pages of products. Called by: the web, orders and reviews.
 */
@NullMarked
package shop.catalog;

import org.jspecify.annotations.NullMarked;

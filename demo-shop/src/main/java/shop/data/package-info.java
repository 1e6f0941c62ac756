/**
 * Where the data lives and where it comes from: the embedded PostgreSQL and the data set
 * of the first start. Called by: Spring at start-up.
 */
@NullMarked
package shop.data;

import org.jspecify.annotations.NullMarked;

/**
 * Who buys: users and their customer records. Called by: orders, reviews and the
 * dashboard.
 */
@NullMarked
package shop.customer;

import org.jspecify.annotations.NullMarked;

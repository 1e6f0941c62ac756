/**
 * The profile {@code replica}: a standby of the embedded server, whose replay a button
 * stops. In: the embedded server. Out: the standby, and what the pages show of it. Called
 * by: Spring, the page layout.
 */
@NullMarked
package shop.replica;

import org.jspecify.annotations.NullMarked;

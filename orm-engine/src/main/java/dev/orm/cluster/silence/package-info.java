/**
 * Connections whose server says nothing. In: a socket of the driver. Out: the same
 * socket, which asks in silence whether the server is there at all. Called by: the
 * driver.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.cluster.silence;

import org.jspecify.annotations.NullMarked;

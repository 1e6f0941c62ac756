/** Tests of the transaction room, on a real PostgreSQL. */
@NullMarked
package dev.orm.transaction;

import org.jspecify.annotations.NullMarked;

/** Functions, aggregates and operators on a real PostgreSQL. */
@NullMarked
package dev.orm.function;

import org.jspecify.annotations.NullMarked;

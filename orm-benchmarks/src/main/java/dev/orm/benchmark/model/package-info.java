/**
 * The tables of the benchmark as models. Nothing comes in; every contender's queries are
 * about these tables.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.benchmark.model;

import org.jspecify.annotations.NullMarked;

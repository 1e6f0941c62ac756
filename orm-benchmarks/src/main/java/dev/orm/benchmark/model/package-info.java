/**
 * The tables of the benchmark as models. Nothing comes in; every contender's queries are
 * about these tables.
 */
@NullMarked
package dev.orm.benchmark.model;

import org.jspecify.annotations.NullMarked;

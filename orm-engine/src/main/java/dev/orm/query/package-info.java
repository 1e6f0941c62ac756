/**
 * The caller's intent, immutable. In: the steps a queryset took. Out: a QuerySpec that
 * tells its shape and is replayed step by step. Called by: the front door, resolve,
 * compile, load and persist.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.query;

import org.jspecify.annotations.NullMarked;

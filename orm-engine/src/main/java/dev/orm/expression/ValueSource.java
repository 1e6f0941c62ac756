package dev.orm.expression;

import org.jspecify.annotations.Nullable;

/**
 * A query of one column whose class is known: {@code orders.values(ORDER.total)}.
 * Thread-safe where the query is.
 *
 * @param <T> the Java class of the values
 */
public interface ValueSource<T extends @Nullable Object> extends QuerySource {

}

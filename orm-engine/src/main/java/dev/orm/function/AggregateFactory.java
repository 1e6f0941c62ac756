package dev.orm.function;

import java.util.Optional;
import java.util.Set;

import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Makes the aggregates it knows and declines all others. The last factory added is asked
 * first. Called by several threads at a time. Django's {@code Aggregate}.
 */
@FunctionalInterface
public interface AggregateFactory {

	/**
	 * Make an aggregate call.
	 * @param request the call
	 * @return an {@code AggregateCall}, possibly with casts around it, or empty if the
	 * name is not known here
	 */
	Optional<Sql> create(AggregateRequest request);

	/**
	 * Return what an aggregate answers for no rows.
	 * @param name the Django name
	 * @return the value; null for NULL, and for an aggregate it does not know
	 */
	default @Nullable Object emptyValue(String name) {
		return null;
	}

	/**
	 * Return the names it knows, for suggestions in error messages.
	 * @return the names; none by default
	 */
	default Set<String> names() {
		return Set.of();
	}

}

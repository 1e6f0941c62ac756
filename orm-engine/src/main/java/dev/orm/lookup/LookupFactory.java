package dev.orm.lookup;

import java.util.Optional;
import java.util.Set;

import dev.orm.sql.Sql;

/**
 * Makes lookups and transforms for the types it knows, and declines all others. The last
 * factory added is asked first. Called by several threads at a time. Django's
 * {@code register_lookup}.
 */
public interface LookupFactory {

	/**
	 * Make a lookup.
	 * @param name its name in paths
	 * @param left the left side
	 * @return the lookup, or empty, as by default
	 */
	default Optional<Lookup> lookup(String name, Sql left) {
		return Optional.empty();
	}

	/**
	 * Make a transform.
	 * @param name its name in paths
	 * @param left the left side
	 * @return the transform, or empty, as by default
	 */
	default Optional<Transform> transform(String name, Sql left) {
		return Optional.empty();
	}

	/**
	 * Return the names it may know, for suggestions in error messages.
	 * @return the names; none by default
	 */
	default Set<String> names() {
		return Set.of();
	}

}

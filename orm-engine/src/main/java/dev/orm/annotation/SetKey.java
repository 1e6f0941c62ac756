package dev.orm.annotation;

import org.jspecify.annotations.Nullable;

/**
 * Finds the key that rows get when what they point to is deleted, for
 * {@link OnDeleteAction#SET}. Django's {@code SET} of a callable. Thread-safe.
 */
@FunctionalInterface
public interface SetKey {

	/**
	 * Return the key. It is asked once by each delete that comes to a row such keys may
	 * point to, whether or not any does.
	 * @param database the alias of the database rows are deleted in
	 * @return a key, or a saved instance; null where the column takes NULL
	 */
	@Nullable Object key(String database);

}

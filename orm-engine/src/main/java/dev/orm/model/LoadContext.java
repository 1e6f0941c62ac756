package dev.orm.model;

import org.jspecify.annotations.Nullable;

/**
 * What the instances of one result share: where they came from and how to fetch more for
 * them. Implemented by the load room; a port, so that models know nothing of queries.
 * Used by one thread at a time, as its instances.
 */
public interface LoadContext {

	/**
	 * Return the alias of the database the instances belong to.
	 * @return the alias
	 */
	String database();

	/**
	 * Fetch the target of a foreign key, for the instance and, by the fetch mode, its
	 * peers. The result is in their handles afterwards.
	 * @param owner the instance
	 * @param field the field's index
	 * @param handle the handle that asks; the owner may have another one by now
	 * @return the target of that handle; null if there is no such row
	 */
	@Nullable Model fetchTarget(Model owner, int field, ToOne<?> handle);

	/**
	 * Fetch a deferred field, for the instance and, by the fetch mode, its peers.
	 * @param owner the instance
	 * @param field the field's index
	 */
	void fetchDeferred(Model owner, int field);

	/**
	 * Return the manager, or the object, a relation accessor stands for.
	 * @param owner the instance
	 * @param accessor the accessor's name
	 * @return a related manager for to-many relations, a model or null for a reverse
	 * one-to-one
	 */
	@Nullable Object related(Model owner, String accessor);

}

package dev.orm.model;

import java.util.List;

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
	 * Fetch what a generic key points to, for the instance and, by the fetch mode, its
	 * peers, by one query for each model. The result is in their handles afterwards.
	 * @param owner the instance
	 * @param field the index of the key's first column
	 * @param handle the handle that asks; the owner may have another one by now
	 * @return the target of that handle; null if there is no such row
	 */
	@Nullable Model fetchGeneric(Model owner, int field, GenericKey<?> handle);

	/**
	 * Fetch a deferred field, for the instance and, by the fetch mode, its peers.
	 * @param owner the instance
	 * @param field the field's index
	 */
	void fetchDeferred(Model owner, int field);

	/**
	 * Return what a relation accessor leads to.
	 * @param owner the instance
	 * @param accessor the accessor's name
	 * @return what the front door makes of the rows of a to-many relation, a model or
	 * null for a relation to one
	 */
	@Nullable Object related(Model owner, String accessor);

	/**
	 * Return the rows of a to-many relation, all of which are asked for: those in memory
	 * or, by the fetch mode, those fetched for the instance and its peers by one query.
	 * @param owner the instance
	 * @param accessor the accessor's name
	 * @return the rows; null if they are to be read for this instance alone
	 */
	@Nullable List<?> known(Model owner, String accessor);

	/**
	 * Return how many rows a to-many relation leads to, all of which are asked for: as
	 * {@link #known} does, but the rows of peers are only counted.
	 * @param owner the instance
	 * @param accessor the accessor's name
	 * @return their number; null if they are to be counted for this instance alone
	 */
	@Nullable Long counted(Model owner, String accessor);

}

package dev.orm;

import dev.orm.model.Model;

/**
 * The handle of the way back of a generic key, the manager of the rows that point to one
 * instance. It is there from the birth of the instance, and used by one thread at a time,
 * as the instance. What is removed from it is deleted, as it would point nowhere; rows
 * are deleted with the instance. Django's {@code GenericRelation}.
 *
 * @param <T> the model with the key
 */
public final class GenericRelation<T extends Model> extends RelatedManager<T> {

	private GenericRelation(Model owner, String accessor) {
		super(owner, accessor);
	}

	/**
	 * Create the handle of an instance. For generated code and the engine.
	 * @param <T> the model with the key
	 * @param owner the instance
	 * @param accessor the relation
	 * @return a handle
	 */
	public static <T extends Model> GenericRelation<T> of(Model owner, String accessor) {
		return new GenericRelation<>(owner, accessor);
	}

}

package dev.orm;

import dev.orm.model.Model;

/**
 * The handle of the way back of a foreign key, the manager of the rows that point to one
 * instance. It is there from the birth of the instance, and used by one thread at a time,
 * as the instance. Django's reverse related manager.
 *
 * @param <T> the related model
 */
public final class OneToMany<T extends Model> extends RelatedManager<T> {

	private OneToMany(Model owner, String accessor) {
		super(owner, accessor);
	}

	/**
	 * Create the handle of an instance. For generated code and the engine.
	 * @param <T> the related model
	 * @param owner the instance
	 * @param accessor the relation
	 * @return a handle
	 */
	public static <T extends Model> OneToMany<T> of(Model owner, String accessor) {
		return new OneToMany<>(owner, accessor);
	}

}

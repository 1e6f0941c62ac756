package dev.orm.model;

import org.jspecify.annotations.Nullable;

/**
 * The handle of a one-to-one relation, declared as a field of a model. Used by one thread
 * at a time, as the instance. Django's {@code OneToOneField}.
 *
 * @param <T> the target model
 * @see ForeignKey
 */
public final class OneToOne<T extends Model> extends ToOne<T> {

	private static final OneToOne<?> EMPTY = new OneToOne<>(null, -1, null, null);

	private OneToOne(@Nullable Model owner, int field, @Nullable Object key, @Nullable T target) {
		super(owner, field, key, target);
	}

	/**
	 * Point to an instance. Its key is read when the owner is saved, so it may be saved
	 * in between.
	 * @param <T> the target model
	 * @param target the instance; null for no target
	 * @return a handle
	 */
	public static <T extends Model> OneToOne<T> to(@Nullable T target) {
		return new OneToOne<>(null, -1, null, target);
	}

	/**
	 * Point to a row by its key.
	 * @param <T> the target model
	 * @param key the key; null for no target
	 * @return a handle
	 */
	public static <T extends Model> OneToOne<T> ofId(@Nullable Object key) {
		return new OneToOne<>(null, -1, key, null);
	}

	/**
	 * Point nowhere.
	 * @param <T> the target model
	 * @return the handle, shared by all that do
	 */
	@SuppressWarnings("unchecked")
	public static <T extends Model> OneToOne<T> empty() {
		return (OneToOne<T>) EMPTY;
	}

	/**
	 * Create the handle of a loaded row. For generated code and the engine.
	 * @param <T> the target model
	 * @param owner the instance that has the field
	 * @param field the field's index
	 * @param key the key; null for no target
	 * @return a handle
	 */
	public static <T extends Model> OneToOne<T> loaded(Model owner, int field, @Nullable Object key) {
		return (key != null) ? new OneToOne<>(owner, field, key, null) : empty();
	}

}

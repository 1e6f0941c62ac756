package dev.orm.model;

import org.jspecify.annotations.Nullable;

/**
 * The handle of a many-to-one relation, declared as a field of a model. A handle is never
 * changed by users: to point elsewhere, assign {@link #to} or {@link #ofId}. It may fetch
 * its target, so it is used by one thread at a time, as the instance. Django's
 * {@code ForeignKey}.
 *
 * @param <T> the target model
 */
public final class ForeignKey<T extends Model> extends ToOne<T> {

	private static final ForeignKey<?> EMPTY = new ForeignKey<>(null, -1, null, null);

	private ForeignKey(@Nullable Model owner, int field, @Nullable Object key, @Nullable T target) {
		super(owner, field, key, target);
	}

	/**
	 * Point to an instance. Its key is read when the owner is saved, so it may be saved
	 * in between.
	 * @param <T> the target model
	 * @param target the instance; null for no target
	 * @return a handle
	 */
	public static <T extends Model> ForeignKey<T> to(@Nullable T target) {
		return new ForeignKey<>(null, -1, null, target);
	}

	/**
	 * Point to a row by its key.
	 * @param <T> the target model
	 * @param key the key; null for no target
	 * @return a handle
	 */
	public static <T extends Model> ForeignKey<T> ofId(@Nullable Object key) {
		return new ForeignKey<>(null, -1, key, null);
	}

	/**
	 * Point nowhere.
	 * @param <T> the target model
	 * @return the handle, shared by all that do
	 */
	@SuppressWarnings("unchecked")
	public static <T extends Model> ForeignKey<T> empty() {
		return (ForeignKey<T>) EMPTY;
	}

	/**
	 * Create the handle of a loaded row. For generated code and the engine.
	 * @param <T> the target model
	 * @param owner the instance that has the field
	 * @param field the field's index
	 * @param key the key; null for no target
	 * @return a handle
	 */
	public static <T extends Model> ForeignKey<T> loaded(Model owner, int field, @Nullable Object key) {
		return (key != null) ? new ForeignKey<>(owner, field, key, null) : empty();
	}

}

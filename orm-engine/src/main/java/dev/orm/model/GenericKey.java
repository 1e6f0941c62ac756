package dev.orm.model;

import java.util.List;

import dev.orm.error.FieldFetchBlockedException;
import dev.orm.row.StoredValueException;
import org.jspecify.annotations.Nullable;

/**
 * The handle of a relation to a row of any model, declared as a field of one: the table
 * the row is in, and its key. It is never null and never changed: to point elsewhere,
 * assign {@link #to} or {@link #of}. It may fetch its target, so it is used by one thread
 * at a time, as the instance. Django's {@code GenericForeignKey}, with the name of the
 * table for the content type.
 *
 * @param <K> the class of the key, such as {@code Long}: that of all targets
 */
public final class GenericKey<K> {

	private static final GenericKey<?> EMPTY = new GenericKey<>(null, -1, null, null, null);

	private final @Nullable Model owner;

	private final int field;

	private final @Nullable String type;

	private final @Nullable K id;

	private @Nullable Model target;

	private boolean missing;

	private GenericKey(@Nullable Model owner, int field, @Nullable String type, @Nullable K id,
			@Nullable Model target) {
		this.owner = owner;
		this.field = field;
		this.type = type;
		this.id = id;
		this.target = target;
	}

	/**
	 * Point to an instance. Its key is read when the owner is saved, so it may be saved
	 * in between.
	 * @param <K> the class of the key
	 * @param target the instance; null for no target
	 * @return a handle
	 */
	public static <K> GenericKey<K> to(@Nullable Model target) {
		return (target != null) ? new GenericKey<>(null, -1, typeOf(target.getClass()), null, target) : empty();
	}

	/**
	 * Point to a row by its key.
	 * @param <K> the class of the key
	 * @param model the model
	 * @param key the key
	 * @return a handle
	 */
	public static <K> GenericKey<K> of(Class<? extends Model> model, K key) {
		return new GenericKey<>(null, -1, typeOf(model), key, null);
	}

	/**
	 * Point nowhere.
	 * @param <K> the class of the key
	 * @return the handle, shared by all that do
	 */
	@SuppressWarnings("unchecked")
	public static <K> GenericKey<K> empty() {
		return (GenericKey<K>) EMPTY;
	}

	/**
	 * Return what the rows of a model are called where a generic key points to one.
	 * @param model the model; of a proxy the model whose table it shares counts
	 * @return the name of its table
	 */
	public static String typeOf(Class<? extends Model> model) {
		Class<? extends Model> concrete = EntityBinding.of(model).describe().concreteType();
		return EntityBinding.of(concrete).describe().table().toString();
	}

	/**
	 * Create the handle of a loaded row. For generated code and the engine.
	 * @param <K> the class of the key
	 * @param owner the instance that has the field
	 * @param field the index of its first column
	 * @param type the table
	 * @param id the key
	 * @return a handle
	 * @throws StoredValueException if one of them is null and the other is not
	 */
	public static <K> GenericKey<K> loaded(Model owner, int field, @Nullable String type, @Nullable K id) {
		if (type == null && id == null) {
			return empty();
		}
		if (type == null || id == null) {
			throw new StoredValueException(attribute(owner, field),
					"%s.%s: one of its columns is NULL, the other is not".formatted(model(owner),
							attribute(owner, field)),
					List.of());
		}
		return new GenericKey<>(owner, field, type, id, null);
	}

	/**
	 * Return a handle with another table or another key. For generated code.
	 * @param <K> the class of the key
	 * @param before the handle before; null for none
	 * @param owner the instance that has the field
	 * @param field the index of its first column
	 * @param part 0 for the table, 1 for the key
	 * @param value the table or the key; a whole handle is taken as it is
	 * @return a handle
	 */
	@SuppressWarnings("unchecked")
	public static <K> GenericKey<K> changed(@Nullable GenericKey<K> before, Model owner, int field, int part,
			@Nullable Object value) {
		if (value instanceof GenericKey<?> whole) {
			return (GenericKey<K>) whole;
		}
		GenericKey<K> from = (before != null) ? before : empty();
		String type = (part == 0) ? (String) value : from.type();
		K id = (part == 1) ? (K) value : from.id();
		return (type == null && id == null) ? empty() : new GenericKey<>(owner, field, type, id, null);
	}

	/**
	 * Return what the rows of the target's model are called.
	 * @return the name of the table; null if it points nowhere
	 */
	public @Nullable String type() {
		return this.type;
	}

	/**
	 * Return the key of the target without querying.
	 * @return the key; null if it points nowhere, or the target is not saved yet
	 */
	@SuppressWarnings("unchecked")
	public @Nullable K id() {
		return (this.id == null && this.target != null) ? (K) this.target.pk() : this.id;
	}

	/**
	 * Return whether it points to a row of a model.
	 * @param model the model
	 * @return true if the row is in its table
	 */
	public boolean isA(Class<? extends Model> model) {
		return this.type != null && this.type.equals(typeOf(model));
	}

	/**
	 * Return the target, fetching it if needed: for this instance and, by the fetch mode,
	 * for its peers, by one query for each model they point to.
	 * @return the target; null if it points nowhere, or the row is not there
	 */
	public @Nullable Model get() {
		if (!isFetched()) {
			LoadContext context = (this.owner != null) ? this.owner.context : null;
			if (this.owner == null || context == null) {
				throw blocked();
			}
			this.target = context.fetchGeneric(this.owner, this.field, this);
			this.missing = this.target == null;
		}
		return this.target;
	}

	/**
	 * Return the target as a model.
	 * @param <T> the model
	 * @param model the model
	 * @return the target; null if it points nowhere, to a row of another model, or to one
	 * that is not there
	 */
	public <T extends Model> @Nullable T get(Class<T> model) {
		return isA(model) ? model.cast(get()) : null;
	}

	/**
	 * Return whether {@link #get()} answers without querying.
	 * @return true if it does
	 */
	public boolean isFetched() {
		return this.target != null || this.id == null || this.missing;
	}

	/**
	 * Return the target if it is in memory.
	 * @return the target, or null
	 */
	public @Nullable Model fetched() {
		return this.target;
	}

	/**
	 * Put a fetched target in place. For the engine.
	 * @param found the target; null if there is none
	 */
	public void cache(@Nullable Model found) {
		if (this.id != null) {
			this.target = found;
			this.missing = found == null;
		}
	}

	/**
	 * Return whether the handle fetches on behalf of an instance. For the engine.
	 * @param instance the instance
	 * @return false for a handle the caller made and the instance was not saved with yet
	 */
	@SuppressWarnings("ReferenceEquality") // another instance of the same row is not the
											// owner
	public boolean isOwnedBy(Model instance) {
		return this.owner == instance;
	}

	private FieldFetchBlockedException blocked() {
		String name = (this.owner != null) ? model(this.owner) + "." + attribute(this.owner, this.field)
				: "The generic key";
		return new FieldFetchBlockedException(name
				+ " was set by its key on an instance that is not saved; save or reload the instance, or set the target itself.",
				(this.owner != null) ? model(this.owner) : "",
				(this.owner != null) ? attribute(this.owner, this.field) : "");
	}

	private static String model(Model instance) {
		return EntityBinding.of(instance.getClass()).describe().type().getSimpleName();
	}

	private static String attribute(Model instance, int field) {
		return EntityBinding.of(instance.getClass()).describe().fields().get(field).name().split("__", 2)[0];
	}

	@Override
	public String toString() {
		return (this.type != null) ? this.type + " " + id() : "nothing";
	}

}

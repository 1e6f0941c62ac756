package dev.orm.model;

import dev.orm.error.DoesNotExistException;
import dev.orm.error.FieldFetchBlockedException;
import org.jspecify.annotations.Nullable;

/**
 * The handle of a relation to one row: its key, and the target once fetched.
 * {@link #id()} never queries, {@link #get()} may. Not thread-safe, as the instance that
 * owns it.
 *
 * @param <T> the target model
 */
public abstract sealed class ToOne<T extends Model> permits ForeignKey, OneToOne {

	private final @Nullable Model owner;

	private final int field;

	private final @Nullable Object key;

	private @Nullable T target;

	private boolean missing;

	ToOne(@Nullable Model owner, int field, @Nullable Object key, @Nullable T target) {
		this.owner = owner;
		this.field = field;
		this.key = key;
		this.target = target;
	}

	/**
	 * Return what the column of an attribute holds.
	 * @param value the attribute's value
	 * @return the key behind a handle; any other value as it is
	 */
	public static @Nullable Object keyOf(@Nullable Object value) {
		return (value instanceof ToOne<?> handle) ? handle.id() : value;
	}

	/**
	 * Return what a column of an instance holds, of whatever model the instance is: that
	 * of the field, a child or a proxy of it.
	 * @param instance the instance
	 * @param field the field's index
	 * @return the value; of a relation, the key its handle points to
	 */
	public static @Nullable Object keyOf(Model instance, int field) {
		return keyOf(EntityBinding.<Model>of(instance.getClass()).get(instance, field));
	}

	/**
	 * Return the key of the target without querying.
	 * @return the key; null if the relation is, or if the target is not saved yet
	 */
	public final @Nullable Object id() {
		return (this.key == null && this.target != null) ? this.target.pk() : this.key;
	}

	/**
	 * Return the key of the target as its class.
	 * @param <K> the class of the key
	 * @param type the class of the key
	 * @return the key; null if the relation is
	 */
	public final <K> @Nullable K id(Class<K> type) {
		return type.cast(id());
	}

	/**
	 * Return the target, fetching it if needed: for this instance and, by the fetch mode,
	 * for its peers.
	 * @return the target
	 * @throws DoesNotExistException if the relation is null or its target is gone
	 */
	public final T get() {
		T found = orNull();
		if (found == null) {
			throw missing();
		}
		return found;
	}

	private DoesNotExistException missing() {
		RelationDescription relation = (this.owner != null) ? description(this.owner).relation() : null;
		return new DoesNotExistException(
				name() + " is null, or the row it points to does not exist. Use orNull() where that is expected.",
				(relation != null) ? relation.target().getSimpleName() : "", this.key);
	}

	private String name() {
		return (this.owner != null) ? model(this.owner) + "." + description(this.owner).name() : "The relation";
	}

	private static String model(Model instance) {
		return EntityBinding.of(instance.getClass()).describe().type().getSimpleName();
	}

	private FieldDescription description(Model instance) {
		return EntityBinding.of(instance.getClass()).describe().fields().get(this.field);
	}

	/**
	 * Return the target, fetching it if needed.
	 * @return the target; null if the relation is null
	 */
	@SuppressWarnings("unchecked")
	public final @Nullable T orNull() {
		if (!isFetched()) {
			this.target = (T) fetch();
		}
		return this.target;
	}

	/**
	 * Return whether {@link #get()} answers without querying.
	 * @return true if it does
	 */
	public final boolean isFetched() {
		return this.target != null || this.key == null || this.missing;
	}

	/**
	 * Return the target if it is in memory.
	 * @return the target, or null
	 */
	public final @Nullable T fetched() {
		return this.target;
	}

	/**
	 * Put a fetched target in place. For the engine.
	 * @param target the target
	 */
	public final void cache(@Nullable T target) {
		if (!isShared()) {
			this.target = target;
			this.missing = false;
		}
	}

	/**
	 * Remember that there is no target: the queryset of a prefetch left it out.
	 */
	public final void cacheMissing() {
		if (!isShared()) {
			this.target = null;
			this.missing = true;
		}
	}

	/** The empty handle is that of many instances. */
	private boolean isShared() {
		return this.owner == null && this.key == null && this.target == null;
	}

	/**
	 * Return whether the handle fetches on behalf of an instance. For the engine.
	 * @param instance the instance
	 * @return false for a handle the caller made and the instance was not saved with yet
	 */
	@SuppressWarnings("ReferenceEquality") // another instance of the same row is not the
											// owner
	public final boolean isOwnedBy(Model instance) {
		return this.owner == instance;
	}

	private @Nullable Model fetch() {
		LoadContext context = (this.owner != null) ? this.owner.context : null;
		if (this.owner == null || context == null) {
			throw blocked();
		}
		return context.fetchTarget(this.owner, this.field, this);
	}

	private FieldFetchBlockedException blocked() {
		return new FieldFetchBlockedException(name()
				+ " was set by its key on an instance that is not saved; save or reload the instance, or set the target itself.",
				(this.owner != null) ? model(this.owner) : "",
				(this.owner != null) ? description(this.owner).name() : "");
	}

	@Override
	public final String toString() {
		return String.valueOf(id());
	}

}

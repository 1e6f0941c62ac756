package dev.orm;

import dev.orm.error.DoesNotExistException;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The handle of the way back of a one-to-one relation, optionally declared as a field of
 * the model it leads to. It is there from the birth of the instance, holds nothing
 * itself, and is used by one thread at a time, as the instance. Django's reverse
 * {@code OneToOneField} accessor.
 *
 * @param <T> the related model
 */
public final class ReverseOneToOne<T extends Model> {

	private final Model owner;

	private final String accessor;

	private ReverseOneToOne(Model owner, String accessor) {
		this.owner = owner;
		this.accessor = accessor;
	}

	/**
	 * Create the handle of an instance. For generated code.
	 * @param <T> the related model
	 * @param owner the instance
	 * @param accessor the relation
	 * @return a handle
	 */
	public static <T extends Model> ReverseOneToOne<T> of(Model owner, String accessor) {
		return new ReverseOneToOne<>(owner, accessor);
	}

	/**
	 * Return the related instance, fetching it if needed: for this instance and, by the
	 * fetch mode, for its peers.
	 * @return the instance
	 * @throws DoesNotExistException if there is none
	 */
	public T get() {
		T found = orNull();
		if (found == null) {
			throw Related.missing(this.owner, this.accessor);
		}
		return found;
	}

	/**
	 * Return the related instance, fetching it if needed.
	 * @return the instance; null if there is none
	 * @throws dev.orm.error.QueryValueException if the owner is not saved
	 */
	@SuppressWarnings("unchecked")
	public @Nullable T orNull() {
		return (T) Related.get(this.owner, this.accessor);
	}

	@Override
	public String toString() {
		return Related.model(this.owner) + "." + this.accessor;
	}

}

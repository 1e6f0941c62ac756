package dev.orm.signal;

import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.ResolvableTypeProvider;

/**
 * Something that is about to happen to an instance, or has happened. A listener that
 * takes {@code PreSave<Order>} hears of orders; one that takes
 * {@code PreSave<? extends Stamped>} of all models of that family. Handed to listeners on
 * the thread of the write, inside its transaction; instances belong to that thread, so
 * what runs elsewhere takes {@link #key()}. Django's signals.
 *
 * @param <T> the model
 */
public abstract sealed class ModelEvent<T extends Model> implements ResolvableTypeProvider
		permits PreSave, PostSave, DeleteEvent, RelationEvent {

	private final ResolvableType type;

	private final T instance;

	private final @Nullable Object key;

	private final String database;

	ModelEvent(T instance, String database, Class<?>... models) {
		this.type = ResolvableType.forClassWithGenerics(getClass(), models);
		this.instance = instance;
		this.key = instance.pk();
		this.database = database;
	}

	/**
	 * Return the instance.
	 * @return the one that is written
	 */
	public final T instance() {
		return this.instance;
	}

	/**
	 * Return the primary key the instance had when the event was sent.
	 * @return the key; a list of its parts if it has several; null before the insert of
	 * one whose key the database makes
	 */
	public final @Nullable Object key() {
		return this.key;
	}

	/**
	 * Return the database that is written.
	 * @return its alias
	 */
	public final String database() {
		return this.database;
	}

	@Override
	public final ResolvableType getResolvableType() {
		return this.type;
	}

	@Override
	public String toString() {
		return this.type + "(" + this.key + ")";
	}

}

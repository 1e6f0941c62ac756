package dev.orm.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Base class of all models: a plain mutable object whose fields are the columns of a row.
 * Not thread-safe.
 * <p>
 * Two instances are equal if they are of the same concrete model and have the same key;
 * an instance without key equals only itself. Django's {@code Model}.
 */
public abstract class Model {

	transient @Nullable LoadContext context;

	transient @Nullable InstanceState state;

	/** Create an instance that is not saved yet, with the handles of its relations. */
	protected Model() {
		EntityBinding.bear(this);
	}

	/**
	 * Return the primary key.
	 * @return the key; a list of its parts if it has several; null if any part is
	 */
	public final @Nullable Object pk() {
		return binding().describe().key(this);
	}

	/**
	 * Return whether the instance came from, or was saved to, a database.
	 * @return false for a new instance
	 */
	public final boolean isSaved() {
		return this.context != null;
	}

	/**
	 * Return the value of an annotation.
	 * @param <V> its class
	 * @param annotation the typed annotation the queryset was annotated with
	 * @return the value
	 * @throws dev.orm.error.FieldException if the instance does not carry it
	 */
	@SuppressWarnings("unchecked")
	public final <V> @Nullable V get(Annotated<?, V> annotation) {
		return (V) get(annotation.name());
	}

	/**
	 * Return the value of an annotation by its name.
	 * @param annotation the name
	 * @return the value
	 * @throws dev.orm.error.FieldException if the instance does not carry it
	 */
	public final @Nullable Object get(String annotation) {
		return AnnotationValues.get(this, annotation);
	}

	/**
	 * Return the names of the fields that are not loaded. Django's
	 * {@code get_deferred_fields()}.
	 * @return the attribute names, in field order
	 */
	public final List<String> deferredFields() {
		return (this.state != null) ? binding().describe().names(this.state.deferred()) : List.of();
	}

	/**
	 * Fetch a field if it is deferred. Called by generated accessors.
	 * @param field the field's index
	 */
	protected final void fetchIfDeferred(int field) {
		if (this.state != null && this.context != null && this.state.isDeferred(field)) {
			this.context.fetchDeferred(this, field);
		}
	}

	/**
	 * Mark a field as loaded. Called by generated accessors.
	 * @param field the field's index
	 * @return whether it was deferred until now
	 */
	protected final boolean markLoaded(int field) {
		boolean deferred = this.state != null && this.state.isDeferred(field);
		if (deferred) {
			InstanceState.of(this).deferred().clear(field);
		}
		return deferred;
	}

	/**
	 * Take back that a field was loaded, as its setter failed. Called by generated
	 * accessors.
	 * @param field the field's index
	 * @param deferred whether it was deferred before
	 */
	protected final void markDeferred(int field, boolean deferred) {
		if (deferred) {
			InstanceState.of(this).deferred().set(field);
		}
	}

	/**
	 * Override it for rules across fields, which need no database. Called by
	 * {@code validate} and {@code fullClean} of managers, and by saves that are told to
	 * validate. Django's {@code clean()}.
	 * @param errors takes what is wrong; it knows which fields were rejected already
	 */
	protected void clean(Errors errors) {
	}

	/**
	 * Override it to put the instance in order before it is saved, by itself or through a
	 * manager: normalise an address, refuse what must never be. Called before events and
	 * automatic values. Writes of many rows by one statement do not call it.
	 * @param saving how it is saved; {@code inserting()} says whether it counts as new
	 */
	protected void beforeSave(Saving saving) {
	}

	/**
	 * Override it to hear that the row is written. The save and this are one transaction:
	 * an exception undoes the row, unless the caller's transaction goes on.
	 * @param saving how it was saved; {@code inserting()} says whether the row is new
	 */
	protected void afterSave(Saving saving) {
	}

	/**
	 * Override it to hear, or refuse by an exception, that the row is about to be
	 * deleted. A model that overrides it has its rows loaded by every delete, those of
	 * querysets and cascades included.
	 */
	protected void beforeDelete() {
	}

	/**
	 * Override it to hear that the row is gone. The instance still has its key; an
	 * exception undoes the delete.
	 */
	protected void afterDelete() {
	}

	/**
	 * Override it to hear that the instance was loaded or read anew, to make what is made
	 * of its fields. It runs while rows are being read: deferred fields are not loaded
	 * yet, and touching one queries row by row. Django has {@code post_init} for this.
	 */
	protected void afterLoad() {
	}

	@Override
	public boolean equals(@Nullable Object other) {
		if (this == other) {
			return true;
		}
		if (!(other instanceof Model model) || concreteModel() != model.concreteModel()) {
			return false;
		}
		Object key = Identity.of(pk());
		return key != null && key.equals(Identity.of(model.pk()));
	}

	@Override
	public int hashCode() {
		Object key = Identity.of(pk());
		return (key != null) ? key.hashCode() : System.identityHashCode(this);
	}

	@Override
	public String toString() {
		return binding().describe().type().getSimpleName() + "(" + pk() + ")";
	}

	@SuppressWarnings("unchecked")
	private EntityBinding<Model> binding() {
		return (EntityBinding<Model>) (EntityBinding<?>) EntityBinding.of(getClass());
	}

	private Class<?> concreteModel() {
		return binding().describe().concreteType();
	}

}

package dev.orm.signal;

import java.util.Set;

import dev.orm.model.Model;

/**
 * The rows of a many-to-many relation are about to change, or have changed. Typed by the
 * model that declares the relation, whichever side was written from.
 *
 * @param <O> the model that declares the relation
 * @param <T> the model it leads to
 */
public abstract sealed class RelationEvent<O extends Model, T extends Model> extends ModelEvent<Model>
		permits RelationChanging, RelationChanged {

	private final DeclaredRelation relation;

	private final RelationChange change;

	RelationEvent(DeclaredRelation relation, RelationChange change) {
		super(change.owner(), change.route().alias(), relation.declaring().javaType(), relation.target().javaType());
		this.relation = relation;
		this.change = change;
	}

	/**
	 * Return the instance whose manager was called.
	 * @return an instance of {@code O}; of {@code T} if it was called from the other side
	 */
	public Model owner() {
		return instance();
	}

	/**
	 * Return the relation.
	 * @return the attribute that declares it
	 */
	public String relation() {
		return this.relation.name();
	}

	/**
	 * Return whether the relation was written from the side that does not declare it.
	 * @return true if so: the owner is a {@code T} then, and the keys are those of
	 * {@code O}
	 */
	public boolean reversed() {
		return this.relation.reversed();
	}

	/**
	 * Return what is done.
	 * @return the action
	 */
	public RelationAction action() {
		return this.change.action();
	}

	Set<Object> changed() {
		return this.change.keys();
	}

}

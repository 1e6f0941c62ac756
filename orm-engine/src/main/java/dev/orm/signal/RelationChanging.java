package dev.orm.signal;

import java.util.Set;

import dev.orm.model.Model;

/**
 * A many-to-many relation is about to change. An exception is a veto. Django's
 * {@code m2m_changed} with {@code pre_add} and its like.
 *
 * @param <O> the model that declares the relation
 * @param <T> the model it leads to
 */
public final class RelationChanging<O extends Model, T extends Model> extends RelationEvent<O, T> {

	RelationChanging(DeclaredRelation relation, RelationChange change) {
		super(relation, change);
	}

	/**
	 * Return the keys that were given.
	 * @return the keys of the targets, related already or not; empty for
	 * {@code RelationAction.CLEAR}
	 */
	public Set<Object> keys() {
		return changed();
	}

}

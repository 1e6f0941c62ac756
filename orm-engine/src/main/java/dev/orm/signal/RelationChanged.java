package dev.orm.signal;

import java.util.Set;

import dev.orm.model.Model;

/**
 * A many-to-many relation has changed, and that is not yet committed. Sent only if rows
 * changed; an exception undoes them. Django's {@code m2m_changed} with {@code post_add}
 * and its like.
 *
 * @param <O> the model that declares the relation
 * @param <T> the model it leads to
 */
public final class RelationChanged<O extends Model, T extends Model> extends RelationEvent<O, T> {

	RelationChanged(DeclaredRelation relation, RelationChange change) {
		super(relation, change);
	}

	/**
	 * Return the keys of the targets whose rows changed, as the database answered.
	 * @return the keys, never empty
	 */
	public Set<Object> keys() {
		return changed();
	}

}

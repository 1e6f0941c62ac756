package dev.orm.signal;

import java.util.Set;

import dev.orm.model.Model;
import dev.orm.routing.Route;

/**
 * A change of a many-to-many relation. Immutable.
 *
 * @param owner the instance whose manager was called
 * @param action what is done
 * @param keys the keys of the targets
 * @param route where
 */
public record RelationChange(Model owner, RelationAction action, Set<Object> keys, Route route) {

	/**
	 * Return what really changed.
	 * @param changed the keys of the targets that did
	 * @return a copy
	 */
	public RelationChange done(Set<Object> changed) {
		return new RelationChange(this.owner, this.action, changed, this.route);
	}

}

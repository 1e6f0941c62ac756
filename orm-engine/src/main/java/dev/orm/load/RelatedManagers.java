package dev.orm.load;

import dev.orm.meta.RelationModel;
import dev.orm.model.Model;

/** Makes the managers of to-many relations; implemented by the front door. */
@FunctionalInterface
public interface RelatedManagers {

	/**
	 * Make a manager.
	 * @param owner the instance
	 * @param relation the relation
	 * @return the manager
	 */
	Object manager(Model owner, RelationModel relation);

}

package dev.orm.load;

import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.Model;
import dev.orm.query.QuerySpec;

/**
 * Makes the managers of to-many relations; implemented by the front door. Thread-safe.
 */
@FunctionalInterface
public interface RelatedManagers {

	/**
	 * Make a manager.
	 * @param owner the instance
	 * @param relation the relation
	 * @return the manager
	 */
	Object manager(Model owner, RelationModel relation);

	/**
	 * Return the rows to-many relations of a model start from.
	 * @param model the model
	 * @return all rows, or those of the default manager
	 */
	default QuerySpec rows(EntityModel model) {
		return QuerySpec.of(model);
	}

}

package dev.orm.load;

import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.Model;
import dev.orm.query.QuerySpec;

/**
 * Knows where to-many relations lead; implemented by the front door. Thread-safe.
 */
@FunctionalInterface
public interface RelatedManagers {

	/**
	 * Return the rows a to-many relation leads to from one instance, for its manager.
	 * @param owner the instance
	 * @param relation the relation
	 * @return what the front door makes of them
	 */
	Object related(Model owner, RelationModel relation);

	/**
	 * Return the rows to-many relations of a model start from.
	 * @param model the model
	 * @return all rows, or those of the default manager
	 */
	default QuerySpec rows(EntityModel model) {
		return QuerySpec.of(model);
	}

}

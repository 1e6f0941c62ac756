package dev.orm.migration.model;

import dev.orm.meta.EntityModel;

/** Says which objects one kind of model element becomes. */
@FunctionalInterface
interface FactSource {

	/**
	 * Add the objects of a model.
	 * @param model a model with a table of its own
	 * @param facts takes the objects, and knows those added before
	 */
	void add(EntityModel model, Facts facts);

}

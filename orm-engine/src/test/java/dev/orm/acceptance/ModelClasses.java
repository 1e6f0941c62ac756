package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;

import dev.orm.model.Model;

/** The Java classes of the models of models.json. */
interface ModelClasses {

	/**
	 * Return the class of a model.
	 * @param model the model
	 * @return its class
	 */
	Class<? extends Model> of(CaseModel model);

	/**
	 * Return the classes of all models that have one.
	 * @param catalog the models
	 * @return the classes
	 */
	default List<Class<? extends Model>> all(ModelCatalog catalog) {
		List<Class<? extends Model>> classes = new ArrayList<>();
		catalog.all().stream().filter(CaseModel::hasClass).forEach((model) -> classes.add(of(model)));
		return classes;
	}

}

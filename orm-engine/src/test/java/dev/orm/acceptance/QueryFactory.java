package dev.orm.acceptance;

import dev.orm.expression.QuerySource;
import dev.orm.model.Model;
import tools.jackson.databind.JsonNode;

/** Makes what expressions need of the library: queries and objects. */
interface QueryFactory {

	/**
	 * Build a subquery case.
	 * @param node its source and ops
	 * @param outer the names of the query around
	 * @return the queryset
	 */
	QuerySource query(JsonNode node, NameScope outer);

	/**
	 * Load an object.
	 * @param content model and key
	 * @return the object
	 */
	Model instance(JsonNode content);

	/**
	 * Make a new object.
	 * @param content model and attributes
	 * @param scope the names of the query around
	 * @return the object, not saved
	 */
	Model unsaved(JsonNode content, NameScope scope);

}

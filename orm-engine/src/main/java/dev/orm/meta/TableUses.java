package dev.orm.meta;

import java.util.HashMap;
import java.util.Map;

import dev.orm.error.ModelDefinitionException;
import dev.orm.model.TableName;

/**
 * Which model has which table. Told when models are linked, not when they are compiled:
 * classes of one compilation may belong to several registries.
 */
final class TableUses {

	private final Map<Place, EntityModel> models = new HashMap<>();

	/**
	 * Note the table of a model.
	 * @throws ModelDefinitionException if another one has it
	 */
	void add(EntityModel model) {
		if (model.description().proxyOf() != null) {
			return;
		}
		EntityModel other = this.models.putIfAbsent(new Place(model.database(), model.table()), model);
		if (other != null) {
			throw new ModelDefinitionException(
					"Models %s and %s have the same table '%s'. hint: give one of them another by @Table or @JoinTable, or its package a @ModelGroup"
						.formatted(other, model, model.table()),
					model.subject());
		}
	}

	/**
	 * Where a table is.
	 *
	 * @param database the alias of its database
	 * @param table its name
	 */
	private record Place(String database, TableName table) {

	}

}

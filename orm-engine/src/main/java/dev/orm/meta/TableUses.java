package dev.orm.meta;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.error.ModelDefinitionException;

/**
 * Which model has which table. Told when models are linked, not when they are compiled:
 * classes of one compilation may belong to several registries.
 */
final class TableUses {

	private final Map<List<String>, EntityModel> models = new HashMap<>();

	/**
	 * Note the table of a model.
	 * @throws ModelDefinitionException if another one has it
	 */
	void add(EntityModel model) {
		if (model.description().proxyOf() != null) {
			return;
		}
		EntityModel other = this.models.putIfAbsent(place(model), model);
		if (other != null) {
			throw new ModelDefinitionException(
					"Models %s and %s have the same table '%s'. hint: give one of them another by @Table or @JoinTable, or its package a @ModelGroup"
						.formatted(other, model, model.table()),
					model.subject());
		}
	}

	/** A list, whose parts are compared without code that the JVM makes at the start. */
	private static List<String> place(EntityModel model) {
		return List.of(model.database(), model.table().schema(), model.table().name());
	}

}

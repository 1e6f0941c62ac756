package dev.orm.acceptance;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * All models of models.json, linked, and the rule that turns Django's names into Java's.
 */
final class ModelCatalog {

	private final Map<String, CaseModel> models = new LinkedHashMap<>();

	private ModelCatalog() {
	}

	static ModelCatalog of(JsonNode root) {
		ModelCatalog catalog = new ModelCatalog();
		for (JsonNode model : root.path("models")) {
			catalog.models.put(model.path("name").asString(), new CaseModel(model));
		}
		catalog.models.values().forEach(catalog::linkRelations);
		catalog.models.values().forEach(catalog::linkParents);
		return catalog;
	}

	private void linkRelations(CaseModel model) {
		for (JsonNode relation : model.description().path("relations")) {
			String name = relation.path("name").asString();
			String target = relation.path("target").asString();
			String kind = relation.path("kind").asString();
			model.addRelation(name, name, target, kind.equals("many_to_many"));
			if (!relation.path("related_name").isNull()) {
				get(target).addRelation(relation.path("related_query_name").asString(),
						relation.path("related_name").asString(), model.name(), !kind.equals("one_to_one"));
			}
		}
	}

	private void linkParents(CaseModel model) {
		for (JsonNode parent : model.description().path("parents")) {
			model.inherit(get(parent.asString()));
		}
		if (model.proxy()) {
			model.inherit(get(model.description().path("proxy_of").asString()));
		}
	}

	CaseModel get(String name) {
		CaseModel model = this.models.get(name);
		if (model == null) {
			throw new IllegalArgumentException("models.json has no model " + name);
		}
		return model;
	}

	Collection<CaseModel> all() {
		return this.models.values();
	}

	/** {@code stock_quantity} to {@code stockQuantity}; a leading underscore stays. */
	static String camelCase(String name) {
		StringBuilder result = new StringBuilder();
		for (int i = 0; i < name.length(); i++) {
			char character = name.charAt(i);
			boolean joint = character == '_' && i > 0 && i + 1 < name.length() && name.charAt(i + 1) != '_';
			if (joint && name.charAt(i - 1) != '_') {
				i++;
				result.append(String.valueOf(name.charAt(i)).toUpperCase(Locale.ROOT));
			}
			else {
				result.append(character);
			}
		}
		return result.toString();
	}

}

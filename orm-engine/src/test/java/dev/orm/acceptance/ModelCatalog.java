package dev.orm.acceptance;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** All models of models.json, linked, with their names in Java. */
final class ModelCatalog {

	private final JsonNode root;

	private final Map<String, CaseModel> models = new LinkedHashMap<>();

	private ModelCatalog(JsonNode root) {
		this.root = root;
	}

	static ModelCatalog of(JsonNode root) {
		ModelCatalog catalog = new ModelCatalog(root);
		JavaNames names = JavaNames.of(root);
		for (JsonNode model : root.path("models")) {
			catalog.models.put(model.path("name").asString(), new CaseModel(model, names));
		}
		catalog.models.values().forEach(catalog::linkRelations);
		Set<CaseModel> linked = new HashSet<>();
		catalog.models.values().forEach((model) -> catalog.linkParents(model, linked));
		return catalog;
	}

	private void linkRelations(CaseModel model) {
		for (JsonNode relation : model.relations()) {
			String name = relation.path("name").asString();
			String target = relation.path("target").asString();
			String kind = relation.path("kind").asString();
			model.addRelation(name, name, target, kind.equals("many_to_many"));
			if (relation.path("related_name").isString()) {
				concrete(target).addRelation(relation.path("related_query_name").asString(),
						relation.path("related_name").asString(), model.name(), !kind.equals("one_to_one"));
			}
			if (relation.path("parent_link").asBoolean(false)) {
				renameLink(model, relation, get(target));
			}
			if (relation.path("through_auto_created").asBoolean(false)) {
				renameSides(get(relation.path("through").asString()), relation, model, get(target));
			}
		}
	}

	/** The link to a parent has the names the processor gives. */
	private void renameLink(CaseModel child, JsonNode relation, CaseModel parent) {
		child.rename(relation.path("name").asString(), lowerCamelCase(parent.javaType()) + "Ptr");
		if (relation.path("related_name").isString()) {
			String back = lowerCamelCase(child.javaType());
			concrete(parent.name()).rename(relation.path("related_name").asString(), back);
			concrete(parent.name()).rename(relation.path("related_query_name").asString(), back);
		}
	}

	/** The sides of a join model nobody wrote have the names the engine gives. */
	private void renameSides(CaseModel through, JsonNode relation, CaseModel owner, CaseModel target) {
		boolean self = concrete(owner.name()) == concrete(target.name());
		String near = self ? "from" + owner.javaType() : lowerCamelCase(owner.javaType());
		String far = self ? "to" + target.javaType() : lowerCamelCase(target.javaType());
		for (JsonNode field : through.localFields()) {
			String name = field.path("name").asString();
			if (field.path("column").equals(relation.path("through_source_column"))) {
				through.rename(name, near);
			}
			else if (field.path("column").equals(relation.path("through_target_column"))) {
				through.rename(name, far);
			}
		}
	}

	static String lowerCamelCase(String name) {
		return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
	}

	private void linkParents(CaseModel model, Set<CaseModel> linked) {
		if (!linked.add(model)) {
			return;
		}
		if (model.proxy()) {
			inherit(model, model.description().path("proxy_of").asString(), linked);
		}
		// the nearest parent comes first and brings its own with it
		model.directParents().forEach((parent) -> inherit(model, parent, linked));
		CaseModel.names(model.description().path("parents")).forEach((parent) -> inherit(model, parent, linked));
	}

	private void inherit(CaseModel model, String parent, Set<CaseModel> linked) {
		linkParents(get(parent), linked);
		model.inherit(get(parent));
	}

	private CaseModel concrete(String name) {
		CaseModel model = get(name);
		return model.proxy() ? concrete(model.description().path("proxy_of").asString()) : model;
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

	/** What models.json says. */
	JsonNode root() {
		return this.root;
	}

	/** The model that has a name in Java: a class's, or a join model's nobody wrote. */
	CaseModel ofJavaType(String javaType) {
		for (CaseModel model : this.models.values()) {
			if (model.hasClass() ? model.javaType().equals(javaType) : isJoin(model, javaType)) {
				return model;
			}
		}
		throw new IllegalArgumentException("models.json has no model with the Java name " + javaType);
	}

	private boolean isJoin(CaseModel through, String javaType) {
		return this.models.values().stream().anyMatch((owner) -> {
			for (JsonNode relation : owner.relations()) {
				if (relation.path("through").asString("").equals(through.name())) {
					String name = owner.javaType() + "_" + owner.javaName(relation.path("name").asString());
					return name.equals(javaType);
				}
			}
			return false;
		});
	}

}

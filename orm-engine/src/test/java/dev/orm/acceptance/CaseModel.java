package dev.orm.acceptance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A model as models.json describes it: fields and relations by their Django names. */
final class CaseModel {

	private final JsonNode description;

	private final Map<String, JsonNode> fields = new LinkedHashMap<>();

	private final Map<String, String> targets = new LinkedHashMap<>();

	private final Map<String, Accessor> accessors = new LinkedHashMap<>();

	CaseModel(JsonNode description) {
		this.description = description;
		addFields(description);
	}

	private void addFields(JsonNode owner) {
		for (JsonNode field : owner.path("fields")) {
			this.fields.put(field.path("name").asString(), field);
		}
	}

	/** Take over what a parent, or the model this one is a proxy of, has. */
	void inherit(CaseModel parent) {
		parent.fields.forEach(this.fields::putIfAbsent);
		parent.targets.forEach(this.targets::putIfAbsent);
		parent.accessors.forEach(this.accessors::putIfAbsent);
	}

	void addRelation(String queryName, String accessor, String target, boolean toMany) {
		this.targets.put(queryName, target);
		this.accessors.put(accessor, new Accessor(accessor, target, toMany));
	}

	String name() {
		return this.description.path("name").asString();
	}

	String table() {
		return this.description.path("table").asString();
	}

	boolean autoCreated() {
		return this.description.path("auto_created").asBoolean();
	}

	boolean proxy() {
		return !this.description.path("proxy_of").isNull();
	}

	JsonNode description() {
		return this.description;
	}

	/** The columns of the model's own table. */
	Iterable<JsonNode> localFields() {
		return this.description.path("fields");
	}

	Iterable<JsonNode> fields() {
		return this.fields.values();
	}

	List<String> key() {
		return this.description.path("pk").valueStream().map(JsonNode::asString).toList();
	}

	/** A field by its name or the name of its raw value. */
	@Nullable JsonNode field(String name) {
		JsonNode field = this.fields.get(name);
		if (field != null) {
			return field;
		}
		return this.fields.values()
			.stream()
			.filter((candidate) -> candidate.path("attname").asString().equals(name))
			.findFirst()
			.orElse(null);
	}

	/** Whether a field is the link to the row of a parent, which the key is too. */
	boolean isParentLink(JsonNode field) {
		return this.description.path("relations")
			.valueStream()
			.anyMatch((relation) -> relation.path("name").equals(field.path("name"))
					&& relation.path("parent_link").asBoolean(false));
	}

	/** The model a relation leads to, by its name in paths. */
	@Nullable String target(String queryName) {
		return this.targets.get(queryName);
	}

	@Nullable Accessor accessor(String name) {
		return this.accessors.get(name);
	}

	/**
	 * A relation as an attribute of instances.
	 *
	 * @param name its name
	 * @param target the model it leads to
	 * @param toMany whether it is a manager
	 */
	record Accessor(String name, String target, boolean toMany) {

	}

}

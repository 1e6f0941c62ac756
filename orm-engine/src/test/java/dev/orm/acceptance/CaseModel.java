package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A model as models.json describes it: fields and relations by their Django names. */
final class CaseModel {

	private final JsonNode description;

	private final JavaNames names;

	private final Map<String, JsonNode> fields = new LinkedHashMap<>();

	private final Map<String, String> targets = new LinkedHashMap<>();

	private final Map<String, Accessor> accessors = new LinkedHashMap<>();

	private final Map<String, String> javaNames = new LinkedHashMap<>();

	private final Set<String> parentLinks = new HashSet<>();

	private @Nullable CaseModel above;

	private boolean written;

	CaseModel(JsonNode description, JavaNames names) {
		this.description = description;
		this.names = names;
		for (JsonNode field : description.path("fields")) {
			this.fields.put(field.path("name").asString(), field);
		}
		for (JsonNode relation : description.path("relations")) {
			if (relation.path("parent_link").asBoolean(false)) {
				this.parentLinks.add(relation.path("name").asString());
			}
		}
	}

	/** Take over what the parent, or the model this one is a proxy of, has. */
	void inherit(CaseModel parent) {
		this.above = (this.above != null) ? this.above : parent;
		parent.fields.forEach(this.fields::putIfAbsent);
		parent.targets.forEach(this.targets::putIfAbsent);
		parent.accessors.forEach(this.accessors::putIfAbsent);
		parent.javaNames.forEach(this.javaNames::putIfAbsent);
		this.parentLinks.addAll(parent.parentLinks);
	}

	void addRelation(String queryName, String accessor, String target, boolean toMany) {
		this.targets.put(queryName, target);
		this.accessors.put(accessor, new Accessor(accessor, target, toMany));
	}

	/** Name something differently on this model than {@link JavaNames} does. */
	void rename(String name, String javaName) {
		this.javaNames.put(name, javaName);
	}

	String name() {
		return this.description.path("name").asString();
	}

	/** The simple name of the Java class. */
	String javaType() {
		return this.names.type(name());
	}

	/** The Java name of a field, the key of a relation, a relation or a way back. */
	String javaName(String name) {
		String own = this.javaNames.get(name);
		if (own != null) {
			return own;
		}
		JsonNode field = this.fields.containsKey(name) ? null : field(name);
		return (field != null) ? javaName(field.path("name").asString()) + "Id" : this.names.attribute(name);
	}

	/** Whether an attribute has a name in Java. */
	boolean hasJavaName(String javaName) {
		return this.fields.keySet().stream().anyMatch((name) -> javaName(name).equals(javaName))
				|| this.accessors.keySet().stream().anyMatch((name) -> javaName(name).equals(javaName))
				|| this.targets.keySet().stream().anyMatch((name) -> javaName(name).equals(javaName));
	}

	String table() {
		return this.description.path("table").asString();
	}

	boolean autoCreated() {
		return this.description.path("auto_created").asBoolean(false);
	}

	/** Write a class for a join model nobody wrote, as a case asks for its rows. */
	void writeClass() {
		this.written = true;
	}

	boolean hasClass() {
		return !autoCreated() || this.written;
	}

	boolean proxy() {
		return this.description.path("proxy_of").isString();
	}

	/** The parent, or the model this one is a proxy of. */
	@Nullable CaseModel above() {
		return this.above;
	}

	/** The model whose table this one has. */
	CaseModel concrete() {
		return (proxy() && this.above != null) ? this.above.concrete() : this;
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

	Iterable<JsonNode> relations() {
		return this.description.path("relations");
	}

	List<String> key() {
		List<String> own = names(this.description.path("pk"));
		return (own.isEmpty() && this.above != null) ? this.above.key() : own;
	}

	static List<String> names(JsonNode list) {
		List<String> names = new ArrayList<>();
		list.forEach((name) -> names.add(name.asString()));
		return names;
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

	/** Whether a field holds the key of another row. */
	static boolean isRelation(JsonNode field) {
		return !field.path("name").equals(field.path("attname"));
	}

	/** Whether a field is the link to the row of a parent, which the key is too. */
	boolean isParentLink(JsonNode field) {
		return this.parentLinks.contains(field.path("name").asString());
	}

	/** The models whose rows this one's rows are linked to. */
	List<String> directParents() {
		List<String> parents = new ArrayList<>();
		for (JsonNode relation : relations()) {
			if (relation.path("parent_link").asBoolean(false)) {
				parents.add(relation.path("target").asString());
			}
		}
		return parents;
	}

	/** The name of the key of the topmost parent's table, which all children share. */
	String rootKey() {
		String key = key().get(0);
		return (this.above != null && this.parentLinks.contains(key)) ? this.above.rootKey() : key;
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

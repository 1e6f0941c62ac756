package dev.orm.acceptance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.lang.model.SourceVersion;

import tools.jackson.databind.JsonNode;

/**
 * Gives each name of models.json a Java name of its own: camel case where that is a legal
 * name nobody else has, else one with a number behind it. One name of Django has one name
 * in Java, whatever model it is on.
 */
final class JavaNames {

	/** What the processor derives from a model's name that people could give, too. */
	private static final List<String> DERIVED = List.of("Path");

	private final Map<String, String> attributes = new HashMap<>();

	private final Map<String, String> types = new HashMap<>();

	private final Set<String> taken = new HashSet<>(Set.of("Pk", "Class"));

	private JavaNames() {
	}

	static JavaNames of(JsonNode root) {
		JavaNames names = new JavaNames();
		names.addTypes(root);
		for (JsonNode model : root.path("models")) {
			model.path("relations").forEach(names::addRelation);
			model.path("fields").forEach((field) -> names.add(field.path("name").asString(), ""));
		}
		return names;
	}

	/** A class must not hide one every source sees. */
	private static boolean isRefused(String name) {
		return SourceVersion.isKeyword(name) || JavaNames.class.getResource("/java/lang/" + name + ".class") != null;
	}

	private void addRelation(JsonNode relation) {
		add(relation.path("name").asString(), relation.path("kind").asString().equals("many_to_many") ? "" : "Id");
		add(relation.path("related_name").asString(""), "");
		add(relation.path("related_query_name").asString(""), "");
	}

	private void addTypes(JsonNode root) {
		Set<String> all = new HashSet<>();
		root.path("models").forEach((model) -> all.add(model.path("name").asString()));
		Set<String> generated = new HashSet<>();
		all.forEach((name) -> DERIVED.forEach((suffix) -> generated.add(name + suffix)));
		for (String name : all) {
			String free = name;
			for (int i = 2; isRefused(free) || generated.contains(free) || (i > 2 && all.contains(free)); i++) {
				free = name + i;
			}
			this.types.put(name, free);
			this.taken.add(free.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
		}
	}

	/** A relation takes the name of its key too. */
	private void add(String name, String suffix) {
		if (name.isEmpty() || this.attributes.containsKey(name)) {
			return;
		}
		String camel = camelCase(name).replaceAll("_+$", "").replaceAll("__+", "_");
		String free = camel;
		for (int i = 2; !isFree(free) || !isFree(free + suffix); i++) {
			free = camel + i;
		}
		this.taken.add(capitalized(free));
		this.taken.add(capitalized(free + suffix));
		this.attributes.put(name, free);
	}

	/** Names that share an accessor are one. */
	private boolean isFree(String name) {
		return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name)
				&& !this.taken.contains(capitalized(name));
	}

	static String capitalized(String name) {
		return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
	}

	/** The Java name of a field, a relation or a way back. */
	String attribute(String name) {
		return this.attributes.getOrDefault(name, camelCase(name));
	}

	/** The Java name of a model. */
	String type(String name) {
		return this.types.getOrDefault(name, name);
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

package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** Finds what a models.json says beyond section 2 of the format. */
final class UnknownOptions {

	private static final Set<String> ROOT = Set.of("app", "time_zone", "use_tz", "models");

	private static final Set<String> MODEL = Set.of("name", "table", "auto_created", "proxy_of", "parents", "pk",
			"ordering", "unique_together", "fields", "relations");

	private static final Set<String> FIELD = Set.of("name", "attname", "column", "type", "db_type", "null", "unique",
			"pk", "max_length", "max_digits", "decimal_places", "positive", "choices", "auto_now", "auto_now_add",
			"default");

	private static final Set<String> RELATION = Set.of("name", "kind", "target", "column", "to_field", "null",
			"on_delete", "set_value", "parent_link", "through", "through_table", "through_source_column",
			"through_target_column", "through_auto_created", "symmetrical", "related_name", "related_query_name");

	private static final Set<String> KINDS = Set.of("many_to_one", "one_to_one", "many_to_many");

	private UnknownOptions() {
	}

	static List<String> in(JsonNode root) {
		List<String> found = new ArrayList<>();
		add(found, "models.json", root, ROOT);
		zone(found, root);
		for (JsonNode model : root.path("models")) {
			String name = model.path("name").asString();
			add(found, name, model, MODEL);
			model.path("fields").forEach((field) -> add(found, name, field, FIELD));
			for (JsonNode relation : model.path("relations")) {
				add(found, name, relation, RELATION);
				if (!KINDS.contains(relation.path("kind").asString())) {
					found.add(name + ": kind " + relation.path("kind").asString());
				}
			}
		}
		return found;
	}

	/** Cases run in UTC, with points in time. */
	private static void zone(List<String> found, JsonNode root) {
		if (!root.path("time_zone").asString("UTC").equals("UTC")) {
			found.add("time_zone " + root.path("time_zone"));
		}
		if (!root.path("use_tz").asBoolean(true)) {
			found.add("use_tz false");
		}
	}

	private static void add(List<String> found, String model, JsonNode part, Set<String> known) {
		part.propertyStream()
			.filter((option) -> !known.contains(option.getKey()) && isSaid(option.getValue()))
			.forEach((option) -> found.add(model + ": " + option.getKey() + " " + option.getValue()));
	}

	/**
	 * Nothing is lost where an option says nothing; {@code false} says something, as in
	 * {@code "managed": false}.
	 */
	private static boolean isSaid(JsonNode value) {
		return !value.isNull() && !(value.isContainer() && value.isEmpty());
	}

}

package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What changed between two snapshots, with new keys numbered. In: snapshots. Out: the
 * {@code tables} of an answer.
 */
final class TableDifference {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final ModelCatalog catalog;

	private final TableSnapshot before;

	private final TableSnapshot after;

	private final Map<CaseModel, Map<String, Integer>> newKeys = new LinkedHashMap<>();

	TableDifference(ModelCatalog catalog, TableSnapshot before, TableSnapshot after) {
		this.catalog = catalog;
		this.before = before;
		this.after = after;
		after.tables().keySet().forEach((model) -> this.newKeys.put(model, number(model)));
	}

	private Map<String, Integer> number(CaseModel model) {
		Map<String, Integer> numbers = new LinkedHashMap<>();
		if (isNumbered(model)) {
			inserted(model).stream()
				.map((key) -> key.get(0))
				.sorted(Comparator.comparing(Long::valueOf))
				.forEach((key) -> numbers.put(key, numbers.size() + 1));
		}
		return numbers;
	}

	private boolean isNumbered(CaseModel model) {
		JsonNode key = (model.key().size() == 1) ? model.field(model.key().get(0)) : null;
		return key != null && List.of("int", "bigint", "smallint").contains(key.path("type").asString());
	}

	private List<List<String>> inserted(CaseModel model) {
		return this.after.rows(model)
			.keySet()
			.stream()
			.filter((key) -> !this.before.rows(model).containsKey(key))
			.toList();
	}

	JsonNode tables() {
		ObjectNode tables = NODES.objectNode();
		for (CaseModel model : this.after.tables().keySet()) {
			ObjectNode changes = changes(model);
			if (!changes.path("inserted").isEmpty() || !changes.path("deleted").isEmpty()
					|| !changes.path("updated").isEmpty()) {
				tables.set(model.name(), changes);
			}
		}
		return tables;
	}

	/**
	 * The form of a key in a step's answer: numbered if its row is new, marked if it is
	 * gone again.
	 */
	JsonNode key(CaseModel model, JsonNode key) {
		CaseModel owner = model.concrete();
		if (!isNumbered(owner) || !key.isIntegralNumber()) {
			return key;
		}
		String text = key.toString();
		Integer number = this.newKeys.getOrDefault(owner, Map.of()).get(text);
		if (number != null) {
			return NODES.objectNode().put("$new", number);
		}
		List<String> row = List.of(text);
		boolean known = this.before.rows(owner).containsKey(row) || this.after.rows(owner).containsKey(row);
		return known ? key : NODES.objectNode().put("$gone", true);
	}

	private ObjectNode changes(CaseModel model) {
		ArrayNode inserted = NODES.arrayNode();
		ArrayNode deleted = NODES.arrayNode();
		ArrayNode updated = NODES.arrayNode();
		Map<List<String>, Map<String, @Nullable String>> old = this.before.rows(model);
		this.after.rows(model).forEach((key, row) -> {
			if (!old.containsKey(key)) {
				inserted.add(columns(model, row, row));
			}
			else if (!row.equals(old.get(key))) {
				updated
					.add(NODES.arrayNode().add(keyOf(model, key)).add(columns(model, changed(old.get(key), row), row)));
			}
		});
		old.keySet()
			.stream()
			.filter((key) -> !this.after.rows(model).containsKey(key))
			.forEach((key) -> deleted.add(keyOf(model, key)));
		ObjectNode changes = NODES.objectNode();
		changes.set("inserted", inserted);
		changes.set("deleted", deleted);
		changes.set("updated", updated);
		return changes;
	}

	private Map<String, @Nullable String> changed(@Nullable Map<String, @Nullable String> old,
			Map<String, @Nullable String> row) {
		Map<String, @Nullable String> changed = new LinkedHashMap<>(row);
		if (old != null) {
			changed.entrySet().removeIf((entry) -> Objects.equals(entry.getValue(), old.get(entry.getKey())));
		}
		return changed;
	}

	private JsonNode keyOf(CaseModel model, List<String> key) {
		List<JsonNode> parts = new ArrayList<>();
		for (int i = 0; i < key.size(); i++) {
			JsonNode field = Objects.requireNonNull(model.field(model.key().get(i)));
			parts.add(ColumnText.value(field.path("type").asString(), key.get(i)));
		}
		return (parts.size() == 1) ? parts.get(0) : NODES.arrayNode().addAll(parts);
	}

	private ObjectNode columns(CaseModel model, Map<String, @Nullable String> shown,
			Map<String, @Nullable String> row) {
		ObjectNode columns = NODES.objectNode();
		for (JsonNode field : model.localFields()) {
			String column = TableSnapshot.column(field);
			if (shown.containsKey(column)) {
				columns.set(column, column(model, field, row.get(column)));
			}
		}
		return columns;
	}

	private JsonNode column(CaseModel model, JsonNode field, @Nullable String text) {
		CaseModel keyed = model.key().equals(List.of(field.path("name").asString())) ? model : target(model, field);
		Integer number = (keyed != null && text != null) ? this.newKeys.getOrDefault(keyed, Map.of()).get(text) : null;
		return (number != null) ? NODES.objectNode().put("$new", number)
				: ColumnText.value(field.path("type").asString(), text);
	}

	private @Nullable CaseModel target(CaseModel model, JsonNode field) {
		for (JsonNode relation : model.description().path("relations")) {
			if (relation.path("name").equals(field.path("name"))) {
				CaseModel target = this.catalog.get(relation.path("target").asString()).concrete();
				boolean key = target.key().contains(relation.path("to_field").asString());
				return key ? target : null;
			}
		}
		return null;
	}

}

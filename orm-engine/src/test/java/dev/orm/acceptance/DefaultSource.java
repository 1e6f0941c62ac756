package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes the value an attribute of a new object has, as Java source. */
final class DefaultSource {

	private static final List<String> TEXTS = List.of("text", "varchar", "tsvector");

	private DefaultSource() {
	}

	/** Where Django has no default, a text that is never null is empty. */
	static @Nullable String of(JsonNode field) {
		String type = JavaColumn.bare(field.path("type").asString());
		JsonNode value = field.path("default");
		if (value.isMissingNode() || value.isNull()) {
			boolean text = TEXTS.contains(type) && !CaseModel.isRelation(field);
			return (text && !field.path("null").asBoolean(false)) ? "\"\"" : null;
		}
		return of(type, value);
	}

	/** Return the source of a value; null if it cannot be written. */
	static @Nullable String of(String type, JsonNode value) {
		if (value.path("$now").asBoolean(false)) {
			return now(type);
		}
		if (value.has("$call")) {
			return call(type, value.path("$call").asString());
		}
		if (type.endsWith("[]") && value.isArray()) {
			return list(type.substring(0, type.length() - 2), value);
		}
		if (type.equals("json")) {
			JsonNode document = value.has("$json") ? value.path("$json") : value;
			return "tools.jackson.databind.json.JsonMapper.builder().build().readTree("
					+ ModelSource.literal(document.toString()) + ")";
		}
		return scalar(type, text(value));
	}

	private static String text(JsonNode value) {
		boolean typed = value.isObject() && value.size() == 1;
		return (typed ? value.iterator().next() : value).asString();
	}

	private static @Nullable String scalar(String type, String text) {
		String literal = ModelSource.literal(text);
		return switch (type) {
			case "int" -> "java.lang.Integer.valueOf(" + literal + ")";
			case "bigint" -> "java.lang.Long.valueOf(" + literal + ")";
			case "smallint" -> "java.lang.Short.valueOf(" + literal + ")";
			case "float" -> "java.lang.Double.valueOf(" + literal + ")";
			case "decimal" -> "new java.math.BigDecimal(" + literal + ")";
			case "bool" -> "java.lang.Boolean.valueOf(" + literal + ")";
			case "date" -> "java.time.LocalDate.parse(" + literal + ")";
			case "time" -> "java.time.LocalTime.parse(" + literal + ")";
			case "datetime" -> "java.time.OffsetDateTime.parse(" + literal + ").toInstant()";
			case "duration" -> "java.time.Duration.parse(" + literal + ")";
			case "uuid" -> "java.util.UUID.fromString(" + literal + ")";
			case "text", "varchar", "tsvector" -> literal;
			default -> null;
		};
	}

	private static @Nullable String now(String type) {
		return switch (type) {
			case "datetime" -> "java.time.Instant.now()";
			case "date" -> "java.time.LocalDate.now(java.time.ZoneOffset.UTC)";
			case "time" -> "java.time.LocalTime.now(java.time.ZoneOffset.UTC)";
			default -> null;
		};
	}

	private static @Nullable String call(String type, String function) {
		if (type.equals("json")) {
			String nodes = "tools.jackson.databind.node.JsonNodeFactory.instance";
			return function.equals("dict") ? nodes + ".objectNode()"
					: function.equals("list") ? nodes + ".arrayNode()" : null;
		}
		if (type.equals("uuid") && function.startsWith("uuid")) {
			return "java.util.UUID.randomUUID()";
		}
		return (type.endsWith("[]") && function.equals("list")) ? "new java.util.ArrayList<>()" : null;
	}

	private static @Nullable String list(String type, JsonNode values) {
		List<String> items = new ArrayList<>();
		for (JsonNode value : values) {
			String item = of(type, value);
			if (item == null) {
				return null;
			}
			items.add(item);
		}
		return "new java.util.ArrayList<>(java.util.List.of(" + String.join(", ", items) + "))";
	}

}

package dev.orm.acceptance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns the text of a column into the form of a result. */
final class ColumnText {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final Duration RECENT = Duration.ofHours(1);

	private static final DateTimeFormatter STORED = new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd HH:mm:ss")
		.appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
		.appendPattern("[XXX][X]")
		.toFormatter();

	private ColumnText() {
	}

	static JsonNode value(String type, @Nullable String text) {
		if (text == null) {
			return NODES.nullNode();
		}
		if (type.endsWith("[]")) {
			return list(type.substring(0, type.length() - 2), MAPPER.readTree(text));
		}
		return switch (type) {
			case "int", "bigint", "smallint" -> MAPPER.readTree(text);
			case "float" -> floating(text);
			case "bool" -> NODES.booleanNode(text.startsWith("t"));
			case "decimal" -> literal("$decimal", text);
			case "date" -> literal("$date", text);
			case "time" -> literal("$time", text);
			case "uuid" -> literal("$uuid", text);
			case "datetime" -> instant(Instant.parse(text));
			case "duration" ->
				literal("$duration", "PT" + new BigDecimal(text).stripTrailingZeros().toPlainString() + "S");
			case "json" -> NODES.objectNode().set("$json", MAPPER.readTree(text));
			case "int4range", "daterange", "numrange", "tstzrange" -> range(type, text);
			default -> NODES.stringNode(text);
		};
	}

	private static JsonNode list(String type, JsonNode items) {
		if (type.endsWith("[]") || items.isNull()) {
			return items;
		}
		ArrayNode list = NODES.arrayNode();
		items.forEach((item) -> list.add(item(type, item)));
		return list;
	}

	/** The database writes moments in an array as ISO texts with an offset. */
	private static JsonNode item(String type, JsonNode item) {
		if (item.isNull() || type.equals("json")) {
			return item;
		}
		return type.equals("datetime")
				? instant(OffsetDateTime.parse(item.asString()).withOffsetSameInstant(ZoneOffset.UTC).toInstant())
				: value(type, item.asString());
	}

	private static JsonNode floating(String text) {
		return switch (text) {
			case "NaN" -> literal("$float", "nan");
			case "Infinity" -> literal("$float", "inf");
			case "-Infinity" -> literal("$float", "-inf");
			default -> NODES.numberNode(Double.parseDouble(text));
		};
	}

	private static JsonNode instant(Instant value) {
		boolean now = Duration.between(value, Instant.now()).abs().compareTo(RECENT) < 0;
		return now ? NODES.stringNode("$now") : literal("$datetime", value.toString());
	}

	private static JsonNode literal(String name, String text) {
		return NODES.objectNode().put(name, text);
	}

	private static JsonNode range(String type, String text) {
		if (text.equals("empty")) {
			return literal("$range", "empty");
		}
		String[] bounds = text.substring(1, text.length() - 1).split(",", -1);
		String flags = text.charAt(0) + text.substring(text.length() - 1);
		return NODES.objectNode()
			.set("$range", NODES.arrayNode().add(bound(type, bounds[0])).add(bound(type, bounds[1])).add(flags));
	}

	private static JsonNode bound(String type, String quoted) {
		String text = quoted.replace("\"", "");
		if (text.isEmpty()) {
			return NODES.nullNode();
		}
		return switch (type) {
			case "int4range" -> value("int", text);
			case "daterange" -> value("date", text);
			case "numrange" -> value("decimal", text);
			default -> literal("$datetime",
					OffsetDateTime.parse(text, STORED).withOffsetSameInstant(ZoneOffset.UTC).toString());
		};
	}

}

package dev.orm.acceptance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.orm.type.Range;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns the literals of section 6 that need no database into Java values. */
final class Literals {

	private static final Set<String> NAMES = Set.of("$decimal", "$datetime", "$date", "$time", "$duration", "$uuid",
			"$float", "$json", "$range");

	private Literals() {
	}

	static boolean isLiteral(JsonNode node) {
		return node.isObject() && node.size() == 1 && NAMES.contains(node.propertyNames().iterator().next());
	}

	static @Nullable Object value(JsonNode node) {
		if (node.isNull() || node.isMissingNode()) {
			return null;
		}
		if (node.isBoolean()) {
			return node.booleanValue();
		}
		if (node.isNumber()) {
			return number(node);
		}
		if (node.isString()) {
			return node.stringValue();
		}
		if (node.isArray()) {
			List<@Nullable Object> items = new ArrayList<>();
			node.forEach((item) -> items.add(value(item)));
			return items;
		}
		if (!isLiteral(node)) {
			throw new IllegalArgumentException("Not a literal: " + node);
		}
		String name = node.propertyNames().iterator().next();
		return literal(name, node.path(name));
	}

	private static Object number(JsonNode node) {
		if (!node.isIntegralNumber()) {
			return node.doubleValue();
		}
		if (node.canConvertToInt()) {
			return node.intValue();
		}
		return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
	}

	private static Object literal(String name, JsonNode content) {
		return switch (name) {
			case "$decimal" -> new BigDecimal(content.asString());
			case "$datetime" -> OffsetDateTime.parse(content.asString()).toInstant();
			case "$date" -> LocalDate.parse(content.asString());
			case "$time" -> LocalTime.parse(content.asString());
			case "$duration" -> Duration.parse(content.asString());
			case "$uuid" -> UUID.fromString(content.asString());
			case "$float" -> floating(content.asString());
			case "$json" -> content;
			default -> range(content);
		};
	}

	private static double floating(String text) {
		return switch (text) {
			case "nan" -> Double.NaN;
			case "inf" -> Double.POSITIVE_INFINITY;
			case "-inf" -> Double.NEGATIVE_INFINITY;
			default -> Double.parseDouble(text);
		};
	}

	private static Range<?> range(JsonNode content) {
		if (content.isString()) {
			return Range.ofNothing();
		}
		String flags = content.path(2).asString("[)");
		return new Range<>(value(content.path(0)), value(content.path(1)), flags.startsWith("["), flags.endsWith("]"),
				false);
	}

}

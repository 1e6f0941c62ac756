package dev.orm.acceptance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Equality of two values of an answer: numbers by value across kinds, instants by
 * instant, the rest exactly.
 */
final class ValueEquality {

	private static final double RELATIVE = 1e-9;

	private static final double ABSOLUTE = 1e-12;

	private ValueEquality() {
	}

	static boolean equal(JsonNode left, JsonNode right) {
		Numeric leftNumber = Numeric.of(left);
		Numeric rightNumber = Numeric.of(right);
		if (leftNumber != null || rightNumber != null) {
			return leftNumber != null && rightNumber != null && leftNumber.isSame(rightNumber);
		}
		String literal = literal(left);
		if (literal != null && literal.equals(literal(right))) {
			return sameLiteral(literal, left.path(literal), right.path(literal));
		}
		return structurally(left, right, false);
	}

	/** The id of a row of a join table only tells the order of insertion. */
	static boolean equalExceptId(JsonNode left, JsonNode right) {
		return Comparison.keys(left, right)
			.stream()
			.allMatch((key) -> left.has(key) && right.has(key)
					&& (key.equals("id") || equal(left.path(key), right.path(key))));
	}

	private static boolean structurally(JsonNode left, JsonNode right, boolean json) {
		if (left.isArray() && right.isArray()) {
			return elements(left, right, json);
		}
		if (left.isObject() && right.isObject()) {
			return Comparison.keys(left, right)
				.stream()
				.allMatch((key) -> left.has(key) && right.has(key) && nested(left.path(key), right.path(key), json));
		}
		return left.equals(right);
	}

	private static boolean elements(JsonNode left, JsonNode right, boolean json) {
		if (left.size() != right.size()) {
			return false;
		}
		for (int i = 0; i < left.size(); i++) {
			if (!nested(left.path(i), right.path(i), json)) {
				return false;
			}
		}
		return true;
	}

	private static boolean nested(JsonNode left, JsonNode right, boolean json) {
		return json ? document(left, right) : equal(left, right);
	}

	/** Inside a document nothing is a literal. */
	private static boolean document(JsonNode left, JsonNode right) {
		if (left.isNumber() || right.isNumber()) {
			return left.isNumber() && right.isNumber() && Numeric.plain(left).isSame(Numeric.plain(right));
		}
		return structurally(left, right, true);
	}

	private static @Nullable String literal(JsonNode node) {
		if (!node.isObject() || node.size() != 1) {
			return null;
		}
		String key = node.propertyNames().iterator().next();
		return key.startsWith("$") ? key : null;
	}

	private static boolean sameLiteral(String literal, JsonNode left, JsonNode right) {
		return switch (literal) {
			case "$json" -> document(left, right);
			case "$datetime" -> OffsetDateTime.parse(left.asString())
				.toInstant()
				.equals(OffsetDateTime.parse(right.asString()).toInstant());
			case "$time" -> LocalTime.parse(left.asString()).equals(LocalTime.parse(right.asString()));
			case "$duration" -> Duration.parse(left.asString()).equals(Duration.parse(right.asString()));
			case "$uuid" -> left.asString().equalsIgnoreCase(right.asString());
			default -> structurally(left, right, false);
		};
	}

	/**
	 * A number of any kind.
	 *
	 * @param exact its value; null for a binary float
	 * @param binary its value as a float
	 */
	private record Numeric(@Nullable BigDecimal exact, double binary) {

		static @Nullable Numeric of(JsonNode node) {
			if (node.isNumber()) {
				return plain(node);
			}
			if ("$decimal".equals(literal(node))) {
				BigDecimal value = new BigDecimal(node.path("$decimal").asString());
				return new Numeric(value, value.doubleValue());
			}
			return "$float".equals(literal(node)) ? new Numeric(null, special(node.path("$float").asString())) : null;
		}

		static Numeric plain(JsonNode node) {
			return node.isIntegralNumber() ? new Numeric(node.decimalValue(), node.doubleValue())
					: new Numeric(null, node.doubleValue());
		}

		private static double special(String text) {
			return switch (text) {
				case "nan" -> Double.NaN;
				case "inf" -> Double.POSITIVE_INFINITY;
				case "-inf" -> Double.NEGATIVE_INFINITY;
				default -> Double.parseDouble(text);
			};
		}

		boolean isSame(Numeric other) {
			if (this.exact != null && other.exact != null) {
				return this.exact.compareTo(other.exact) == 0;
			}
			if (Double.compare(this.binary, other.binary) == 0) {
				return true;
			}
			double difference = Math.abs(this.binary - other.binary);
			double largest = Math.max(Math.abs(this.binary), Math.abs(other.binary));
			return difference < ABSOLUTE || (Double.isFinite(largest) && difference <= RELATIVE * largest);
		}

	}

}

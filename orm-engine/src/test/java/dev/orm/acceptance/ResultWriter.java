package dev.orm.acceptance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;

import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.type.Range;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what the library returned in the form of section 9. */
final class ResultWriter {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private ResultWriter() {
	}

	static JsonNode value(@Nullable Object value) {
		if (value == null) {
			return NODES.nullNode();
		}
		if (value instanceof Number number) {
			return number(number);
		}
		if (value instanceof Boolean flag) {
			return NODES.booleanNode(flag);
		}
		if (value instanceof String text) {
			return NODES.stringNode(text);
		}
		if (value instanceof JsonNode document) {
			return document(document);
		}
		if (value instanceof Collection<?> items) {
			ArrayNode list = NODES.arrayNode();
			items.forEach((item) -> list.add(value(item)));
			return list;
		}
		return rare(value);
	}

	private static JsonNode number(Number number) {
		if (number instanceof BigDecimal decimal) {
			return literal("$decimal", decimal.toPlainString());
		}
		if (number instanceof BigInteger integer) {
			return NODES.numberNode(integer);
		}
		if (number instanceof Double || number instanceof Float) {
			return floating(number.doubleValue());
		}
		return NODES.numberNode(number.longValue());
	}

	private static JsonNode floating(double value) {
		if (Double.isNaN(value)) {
			return literal("$float", "nan");
		}
		return Double.isInfinite(value) ? literal("$float", (value > 0) ? "inf" : "-inf") : NODES.numberNode(value);
	}

	private static JsonNode document(JsonNode document) {
		if (document.isArray()) {
			ArrayNode list = NODES.arrayNode();
			document.forEach((item) -> list.add(document(item)));
			return list;
		}
		return document.isObject() ? NODES.objectNode().set("$json", document) : document;
	}

	private static JsonNode rare(Object value) {
		if (value instanceof Instant instant) {
			return literal("$datetime", instant.toString());
		}
		if (value instanceof OffsetDateTime moment) {
			return literal("$datetime", moment.toInstant().toString());
		}
		if (value instanceof ZonedDateTime moment) {
			return literal("$datetime", moment.toInstant().toString());
		}
		if (value instanceof LocalDateTime moment) {
			return literal("$datetime", moment.toInstant(ZoneOffset.UTC).toString());
		}
		if (value instanceof LocalDate) {
			return literal("$date", value.toString());
		}
		if (value instanceof LocalTime) {
			return literal("$time", value.toString());
		}
		if (value instanceof Duration duration) {
			return literal("$duration", duration(duration));
		}
		if (value instanceof UUID) {
			return literal("$uuid", value.toString());
		}
		if (value instanceof Range<?> range) {
			return range(range);
		}
		return object(value);
	}

	private static JsonNode object(Object value) {
		if (value instanceof Object[] items) {
			return value(Arrays.asList(items));
		}
		if (value instanceof ToOne<?> handle) {
			return value(handle.id());
		}
		if (value instanceof Model model) {
			ObjectNode instance = NODES.objectNode();
			instance.put("model", javaType(model)).set("pk", value(model.pk()));
			return NODES.objectNode().set("$instance", instance);
		}
		return NODES.stringNode("?" + value.getClass().getName() + ": " + value);
	}

	static String javaType(Model model) {
		return EntityBinding.of(model.getClass()).describe().type().getSimpleName();
	}

	private static String duration(Duration duration) {
		BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds())
			.add(BigDecimal.valueOf(duration.getNano(), 9))
			.stripTrailingZeros();
		return "PT" + seconds.toPlainString() + "S";
	}

	private static JsonNode range(Range<?> range) {
		if (range.empty()) {
			return literal("$range", "empty");
		}
		String flags = (range.lowerInclusive() ? "[" : "(") + (range.upperInclusive() ? "]" : ")");
		return NODES.objectNode()
			.set("$range", NODES.arrayNode().add(value(range.lower())).add(value(range.upper())).add(flags));
	}

	private static JsonNode literal(String name, String text) {
		return NODES.objectNode().put(name, text);
	}

}

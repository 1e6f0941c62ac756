package dev.orm.type;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The built-in types of fields: by the Java class, adjusted to the column type where one
 * is named.
 */
final class StandardTypes implements ValueTypeFactory {

	private static final Map<Class<?>, ValueType> RANGES = Map.of(Integer.class, ValueTypes.INT4RANGE, Long.class,
			ValueTypes.INT8RANGE, BigDecimal.class, ValueTypes.NUMRANGE, LocalDate.class, ValueTypes.DATERANGE,
			Instant.class, ValueTypes.TSTZRANGE, OffsetDateTime.class,
			ValueTypes.rangeOf("tstzrange", ValueTypes.OFFSET_DATETIME), LocalDateTime.class, ValueTypes.TSRANGE);

	private final JsonFormat format;

	StandardTypes(JsonFormat format) {
		this.format = format;
	}

	@Override
	public Optional<ValueType> create(TypeRequest request) {
		ValueType natural = natural(request);
		return Optional.ofNullable(request.columnType().isEmpty() ? natural : asked(request, natural));
	}

	private @Nullable ValueType natural(TypeRequest request) {
		Class<?> type = request.javaType();
		if (request.json() || isTree(type)) {
			return json(request);
		}
		if (type.isEnum()) {
			return sized(ValueTypes.enumOf(type), request);
		}
		if (Collection.class.isAssignableFrom(type)) {
			return array(request);
		}
		if (type == Range.class) {
			return request.arguments().isEmpty() ? null : RANGES.get(request.arguments().get(0));
		}
		ValueType found = NaturalTypes.find(type);
		return (found != null) ? sized(found, request) : null;
	}

	private boolean isTree(Class<?> type) {
		Class<?> tree = this.format.treeType();
		return tree != Object.class && tree.isAssignableFrom(type);
	}

	private ValueType json(TypeRequest request) {
		return isTree(request.javaType()) ? ValueTypes.json(this.format)
				: ValueTypes.json(this.format, request.javaType(), request.arguments());
	}

	private @Nullable ValueType array(TypeRequest request) {
		if (request.javaType() != List.class && request.javaType() != Collection.class) {
			return null;
		}
		if (request.arguments().isEmpty()) {
			return null;
		}
		ValueType element = natural(new TypeRequest(request.arguments().get(0), List.of(), "", request.length(),
				request.precision(), request.scale(), false));
		return (element != null) ? ValueTypes.arrayOf(element) : null;
	}

	private static ValueType sized(ValueType type, TypeRequest request) {
		if (type.kind() == Kind.TEXT && request.length() > 0) {
			return renamed(type, ValueTypes.varchar(request.length()));
		}
		if (type.kind() == Kind.DECIMAL && request.precision() > 0) {
			return renamed(type, ValueTypes.decimal(request.precision(), request.scale()));
		}
		return type;
	}

	private static ValueType renamed(ValueType type, ValueType named) {
		return new ValueType(named.kind(), type.javaType(), named.sqlName(), type.element(), type.codec());
	}

	private @Nullable ValueType asked(TypeRequest request, @Nullable ValueType natural) {
		ValueType asked = TypeNames.find(request.columnType());
		if (asked == null) {
			return (request.javaType() == String.class) ? ValueTypes.named(Kind.TEXT, request.columnType()) : null;
		}
		if (asked.kind() == Kind.JSON) {
			return json(request);
		}
		if (asked.kind() == Kind.ARRAY) {
			return array(asked, request, natural);
		}
		if (asked.javaType() == ClassUtils.resolvePrimitiveIfNecessary(request.javaType())) {
			return asked;
		}
		if (natural != null && isAlike(natural.kind(), asked.kind())) {
			return renamed(natural, asked);
		}
		return (request.javaType() == String.class) ? ValueTypes.named(asked.kind(), asked.sqlName()) : null;
	}

	private static boolean isAlike(Kind left, Kind right) {
		return left == right || (left.isNumber() && right.isNumber());
	}

	private static @Nullable ValueType array(ValueType asked, TypeRequest request, @Nullable ValueType natural) {
		if (!Collection.class.isAssignableFrom(request.javaType())) {
			return null;
		}
		boolean flat = natural != null && natural.kind() == Kind.ARRAY && asked.elementType().kind() != Kind.ARRAY;
		// the element's class comes from the attribute, its SQL name from the column: a
		// list of enums in varchar(20)[]
		return flat && natural != null ? ValueTypes.arrayOf(renamed(natural.elementType(), asked.elementType()))
				: asked;
	}

}

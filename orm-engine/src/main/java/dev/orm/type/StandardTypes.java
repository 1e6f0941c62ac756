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
import java.util.Set;

import dev.orm.choice.StoredNumber;
import dev.orm.codec.Codec;
import dev.orm.codec.WholeCodec;
import dev.orm.json.JsonFormat;
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
		if (!request.base().isEmpty()) {
			return domain(request);
		}
		return Optional.ofNullable(request.columnType().isEmpty() ? natural(request) : asked(request));
	}

	/** A domain travels as the type below it does, and goes by its own name in casts. */
	private Optional<ValueType> domain(TypeRequest request) {
		String name = request.columnType().strip();
		Class<?> element = elementClass(request);
		if (element != null && name.endsWith("[]")) {
			return domain(element(request, element, name.substring(0, name.length() - 2)))
				.map((type) -> collected(request.javaType(), type));
		}
		return create(new TypeRequest(request.javaType(), request.arguments(), request.base(), request.length(),
				request.precision(), request.scale(), request.json(), ""))
			.map((type) -> new ValueType(type.kind(), type.javaType(), name, type.element(), type.codec()));
	}

	private @Nullable ValueType natural(TypeRequest request) {
		Class<?> type = request.javaType();
		if (request.json() || isTree(type)) {
			return json(request);
		}
		if (type.isEnum()) {
			return sized(ValueTypes.enumOf(type), request);
		}
		if (Collection.class.isAssignableFrom(type) || (type.isArray() && type != byte[].class)) {
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
		Class<?> type = elementClass(request);
		ValueType element = (type != null) ? natural(element(request, type, "")) : null;
		return (element != null) ? collected(request.javaType(), element) : null;
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

	private @Nullable ValueType asked(TypeRequest request) {
		ValueType elements = elements(request);
		if (elements != null) {
			return elements;
		}
		ValueType asked = TypeNames.find(request.columnType());
		if (asked == null) {
			return textual(request, ValueTypes.named(Kind.TEXT, request.columnType()));
		}
		if (request.javaType().isEnum() && holds(asked, request.javaType())) {
			return ValueTypes.enumOf(request.javaType(), asked);
		}
		if (asked.kind() == Kind.JSON) {
			return json(request);
		}
		if (asked.kind() == Kind.ARRAY) {
			return Collection.class.isAssignableFrom(request.javaType()) ? asked : null;
		}
		if (asked.javaType() == ClassUtils.resolvePrimitiveIfNecessary(request.javaType())) {
			return asked;
		}
		return request.javaType().isEnum() ? null : alike(request, asked);
	}

	private @Nullable ValueType alike(TypeRequest request, ValueType asked) {
		ValueType natural = natural(request);
		if (natural != null && isAlike(natural.kind(), asked.kind())) {
			return asked.kind().isInteger() ? whole(natural, asked) : renamed(natural, asked);
		}
		return (request.javaType() == String.class) ? ValueTypes.named(asked.kind(), asked.sqlName()) : null;
	}

	/** What a column of whole numbers would round is refused. */
	private static ValueType whole(ValueType natural, ValueType asked) {
		Codec codec = natural.kind().isInteger() ? natural.codec() : new WholeCodec(natural.codec(), asked.sqlName());
		return new ValueType(asked.kind(), natural.javaType(), asked.sqlName(), natural.element(), codec);
	}

	private static boolean holds(ValueType column, Class<?> constants) {
		return column.kind() == Kind.TEXT
				|| (column.kind().isInteger() && StoredNumber.class.isAssignableFrom(constants));
	}

	private static boolean isAlike(Kind left, Kind right) {
		return left == right || (left.isNumber() && right.isNumber());
	}

	/** A type of the database's own: as its text, or as an enum named alike. */
	private static @Nullable ValueType textual(TypeRequest request, ValueType named) {
		if (request.javaType().isEnum()) {
			return ValueTypes.enumOf(request.javaType(), named);
		}
		return (request.javaType() == String.class) ? named : null;
	}

	/**
	 * An array whose elements' class comes from the attribute and their SQL name from the
	 * column: a list of enums in {@code varchar(20)[]}. The attribute does not tell the
	 * class of nested elements.
	 */
	private @Nullable ValueType elements(TypeRequest request) {
		String name = request.columnType().strip();
		Class<?> element = elementClass(request);
		if (element == null || !name.endsWith("[]") || Collection.class.isAssignableFrom(element)) {
			return null;
		}
		ValueType asked = create(element(request, element, name.substring(0, name.length() - 2))).orElse(null);
		return (asked != null) ? collected(request.javaType(), asked) : null;
	}

	private static TypeRequest element(TypeRequest request, Class<?> type, String columnType) {
		return new TypeRequest(type, List.of(), columnType, request.length(), request.precision(), request.scale(),
				false, request.base());
	}

	private static @Nullable Class<?> elementClass(TypeRequest request) {
		Class<?> type = request.javaType();
		if (type.isArray()) {
			return (type == byte[].class) ? null : ClassUtils.resolvePrimitiveIfNecessary(type.getComponentType());
		}
		boolean known = type == List.class || type == Collection.class || type == Set.class;
		return (known && !request.arguments().isEmpty()) ? request.arguments().get(0) : null;
	}

	private static ValueType collected(Class<?> type, ValueType element) {
		if (type.isArray()) {
			return ValueTypes.javaArrayOf(type, element);
		}
		return (type == Set.class) ? ValueTypes.setOf(element) : ValueTypes.arrayOf(element);
	}

}

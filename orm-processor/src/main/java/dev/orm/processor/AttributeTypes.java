package dev.orm.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Decides which Java types may be attributes, and what generated code does with each. */
final class AttributeTypes {

	/** For error messages. */
	static final String SUPPORTED = "primitives but byte and char, their wrappers, String, BigDecimal, BigInteger, "
			+ "enums, UUID, byte[], Instant, OffsetDateTime, ZonedDateTime, LocalDate, LocalTime, LocalDateTime, Duration, "
			+ "Period, Year, YearMonth, MonthDay, ZoneId, ZoneOffset, URI, InetAddress, Locale, Currency, List<X>, "
			+ "Set<X> and arrays of these, Range<X>, JsonNode, ForeignKey<M>, OneToOne<M>, ManyToMany<M>, anything with @Json, Map<String, String> with @Column(type = \"hstore\"), and with "
			+ "@Column(type = ...) anything you register a ValueTypeFactory for";

	private static final Set<String> RANGE_BOUNDS = Set.of("java.lang.Integer", "java.lang.Long",
			"java.math.BigDecimal", "java.time.LocalDate", "java.time.Instant", "java.time.OffsetDateTime",
			"java.time.LocalDateTime");

	private static final String NUMBER = "NumberColumn";

	private static final String TIME_OF_DAY = "TemporalColumn";

	private static final String DATE = "DateColumn";

	private static final String TIMESTAMP = "TimestampColumn";

	/** The classes of columns of dates and times. */
	static final Set<String> TEMPORAL = Set.of(TIME_OF_DAY, DATE, TIMESTAMP);

	private static final String PLAIN = "ValueColumn";

	private static final Map<String, Scalar> SCALARS = Map.ofEntries(
			Map.entry("java.lang.String", new Scalar("StringColumn", "row.getString(%s)")),
			Map.entry("java.lang.Boolean", new Scalar("BooleanColumn", "row.getBooleanOrNull(%s)")),
			Map.entry("java.lang.Short", new Scalar(NUMBER, "row.getShortOrNull(%s)")),
			Map.entry("java.lang.Integer", new Scalar(NUMBER, "row.getIntOrNull(%s)")),
			Map.entry("java.lang.Long", new Scalar(NUMBER, "row.getLongOrNull(%s)")),
			Map.entry("java.lang.Float", new Scalar(NUMBER, "")),
			Map.entry("java.lang.Double", new Scalar(NUMBER, "row.getDoubleOrNull(%s)")),
			Map.entry("java.math.BigDecimal", new Scalar(NUMBER, "row.getBigDecimal(%s)")),
			Map.entry("java.math.BigInteger", new Scalar(NUMBER, "")),
			Map.entry("java.time.Duration", new Scalar("DurationColumn", "")),
			Map.entry("java.time.Instant", new Scalar(TIMESTAMP, "row.getInstant(%s)")),
			Map.entry("java.time.OffsetDateTime", new Scalar(TIMESTAMP, "row.getOffsetDateTime(%s)")),
			Map.entry("java.time.LocalDate", new Scalar(DATE, "row.getLocalDate(%s)")),
			Map.entry("java.time.LocalTime", new Scalar(TIME_OF_DAY, "row.getLocalTime(%s)")),
			Map.entry("java.time.LocalDateTime", new Scalar(TIMESTAMP, "row.getLocalDateTime(%s)")),
			Map.entry("java.util.UUID", new Scalar(PLAIN, "row.getUuid(%s)")),
			Map.entry("java.lang.Byte", new Scalar(NUMBER, "")),
			Map.entry("java.lang.Character", new Scalar(PLAIN, "")),
			Map.entry("java.time.ZonedDateTime", new Scalar(TIMESTAMP, "")),
			Map.entry("java.time.YearMonth", new Scalar(DATE, "")), Map.entry("java.time.Year", new Scalar(NUMBER, "")),
			Map.entry("java.time.Period", new Scalar(NUMBER, "")),
			Map.entry("java.time.MonthDay", new Scalar(PLAIN, "")),
			Map.entry("java.time.ZoneId", new Scalar(PLAIN, "")),
			Map.entry("java.time.ZoneOffset", new Scalar(PLAIN, "")), Map.entry("java.net.URI", new Scalar(PLAIN, "")),
			Map.entry("java.net.InetAddress", new Scalar(PLAIN, "")),
			Map.entry("java.util.Locale", new Scalar(PLAIN, "")),
			Map.entry("java.util.Currency", new Scalar(PLAIN, "")));

	private static final Set<String> COLLECTIONS = Set.of("java.util.List", "java.util.Set");

	/** Columns whose class tells that of their values. */
	private static final Set<String> OF_ONE_CLASS = Set.of("StringColumn", "BooleanColumn", "DurationColumn");

	private static final Set<String> NOT_ELEMENTS = Set.of("ArrayColumn", "JsonColumn", "RangeColumn");

	private static final Map<TypeKind, String> PRIMITIVES = Map.of(TypeKind.BOOLEAN, "row.getBoolean(%s)",
			TypeKind.SHORT, "row.getShort(%s)", TypeKind.INT, "row.getInt(%s)", TypeKind.LONG, "row.getLong(%s)",
			TypeKind.FLOAT, "row.getFloat(%s)", TypeKind.DOUBLE, "row.getDouble(%s)");

	private final Types types;

	AttributeTypes(Types types) {
		this.types = types;
	}

	/** Decide about a type that holds a value; none if it is not supported. */
	Optional<AttributeType> of(TypeMirror type) {
		if (type.getKind().isPrimitive()) {
			return primitive((PrimitiveType) type);
		}
		if (type instanceof ArrayType array) {
			return array(array);
		}
		if (!(type instanceof DeclaredType declared) || type.getKind() == TypeKind.ERROR) {
			return Optional.empty();
		}
		return declared(declared);
	}

	AttributeType json(TypeMirror type) {
		return new AttributeType("JsonColumn", List.of(boxed(type)), "");
	}

	/** Texts by text; none if the attribute is not a map of them. */
	Optional<AttributeType> hstore(TypeMirror type) {
		boolean texts = type instanceof DeclaredType declared && isNamed(declared, "java.util.Map")
				&& declared.getTypeArguments().size() == 2
				&& declared.getTypeArguments().stream().allMatch((argument) -> isNamed(argument, "java.lang.String"));
		return texts ? Optional.of(new AttributeType("HstoreColumn", List.of(), "")) : Optional.empty();
	}

	private static boolean isNamed(TypeMirror type, String name) {
		return type instanceof DeclaredType declared
				&& ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
	}

	/** A type only the user's own codec knows. */
	AttributeType custom(TypeMirror type) {
		return new AttributeType(PLAIN, List.of(boxed(type)), "");
	}

	TypeMirror boxed(TypeMirror type) {
		return type.getKind().isPrimitive() ? this.types.boxedClass((PrimitiveType) type).asType() : type;
	}

	private Optional<AttributeType> primitive(PrimitiveType type) {
		String reading = PRIMITIVES.get(type.getKind());
		if (reading == null) {
			return Optional.empty();
		}
		return of(boxed(type)).map((boxed) -> new AttributeType(boxed.columnClass(), boxed.arguments(), reading));
	}

	private Optional<AttributeType> array(ArrayType type) {
		TypeMirror component = type.getComponentType();
		if (component.getKind() == TypeKind.BYTE) {
			return Optional.of(new AttributeType(PLAIN, List.of(type), "row.getBytes(%s)"));
		}
		return (component.getKind() == TypeKind.CHAR) ? Optional.empty() : elements(component, type);
	}

	private Optional<AttributeType> declared(DeclaredType type) {
		TypeElement element = (TypeElement) type.asElement();
		Scalar scalar = SCALARS.get(element.getQualifiedName().toString());
		if (scalar != null) {
			boolean typed = !OF_ONE_CLASS.contains(scalar.columnClass());
			return Optional
				.of(new AttributeType(scalar.columnClass(), typed ? List.of(type) : List.of(), scalar.reading()));
		}
		if (element.getKind() == ElementKind.ENUM) {
			return Optional.of(new AttributeType(PLAIN, List.of(type), ""));
		}
		if (element.getSimpleName().contentEquals("JsonNode")) {
			return Optional.of(json(type));
		}
		return generic(type, element);
	}

	private Optional<AttributeType> generic(DeclaredType type, TypeElement element) {
		if (type.getTypeArguments().size() != 1) {
			return Optional.empty();
		}
		TypeMirror argument = type.getTypeArguments().get(0);
		if (COLLECTIONS.contains(element.getQualifiedName().toString())) {
			return elements(argument, type);
		}
		if (element.getQualifiedName().contentEquals(EngineNames.RANGE) && isRangeBound(argument)) {
			return Optional.of(new AttributeType("RangeColumn", List.of(argument), ""));
		}
		return Optional.empty();
	}

	private Optional<AttributeType> elements(TypeMirror element, TypeMirror type) {
		return of(element).filter((inner) -> !NOT_ELEMENTS.contains(inner.columnClass()))
			.map((any) -> new AttributeType("ArrayColumn", List.of(type), ""));
	}

	private static boolean isRangeBound(TypeMirror type) {
		return type instanceof DeclaredType declared
				&& RANGE_BOUNDS.contains(((TypeElement) declared.asElement()).getQualifiedName().toString());
	}

	private record Scalar(String columnClass, String reading) {

	}

}

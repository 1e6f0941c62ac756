package dev.orm.type;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import dev.orm.choice.StoredNumber;
import dev.orm.choice.StoredText;
import dev.orm.codec.Codec;
import dev.orm.codec.EnumCodec;
import dev.orm.codec.FloatingCodecs.DoubleCodec;
import dev.orm.codec.FloatingCodecs.FloatCodec;
import dev.orm.codec.HstoreCodec;
import dev.orm.codec.IntervalCodecs;
import dev.orm.codec.JsonCodec;
import dev.orm.codec.MappingCodec;
import dev.orm.codec.NamedTypeCodec;
import dev.orm.codec.NumberCodecs.DecimalCodec;
import dev.orm.codec.NumberCodecs.IntegerCodec;
import dev.orm.codec.NumberCodecs.LongCodec;
import dev.orm.codec.NumberCodecs.ShortCodec;
import dev.orm.codec.NumberCodecs.WideningCodec;
import dev.orm.codec.TextCodecs.BooleanCodec;
import dev.orm.codec.TextCodecs.BytesCodec;
import dev.orm.codec.TextCodecs.StringCodec;
import dev.orm.codec.TextCodecs.UuidCodec;
import dev.orm.json.JsonFormat;
import dev.orm.json.StandardJson;
import dev.orm.type.OtherCodecs.TupleCodec;
import dev.orm.type.OtherCodecs.UnknownCodec;
import dev.orm.type.TemporalCodecs.DateCodec;
import dev.orm.type.TemporalCodecs.InstantCodec;
import dev.orm.type.TemporalCodecs.LocalDateTimeCodec;
import dev.orm.type.TemporalCodecs.OffsetCodec;
import dev.orm.type.TemporalCodecs.TimeCodec;

/** The value types the engine knows. All are immutable and thread-safe. */
public final class ValueTypes {

	/** {@code smallint} as {@link Short}. */
	public static final ValueType SMALLINT = type(Kind.SMALLINT, Short.class, "smallint", new ShortCodec());

	/** {@code integer} as {@link Integer}. */
	public static final ValueType INTEGER = type(Kind.INTEGER, Integer.class, "integer", new IntegerCodec());

	/** {@code bigint} as {@link Long}. */
	public static final ValueType BIGINT = type(Kind.BIGINT, Long.class, "bigint", new LongCodec());

	/** {@code double precision} as {@link Double}. */
	public static final ValueType FLOAT = type(Kind.FLOAT, Double.class, "double precision", new DoubleCodec());

	/** {@code real} as {@link Float}. */
	public static final ValueType REAL = type(Kind.FLOAT, Float.class, "real", new FloatCodec());

	/** {@code numeric} of any size as {@link BigDecimal}. */
	public static final ValueType DECIMAL = type(Kind.DECIMAL, BigDecimal.class, "numeric", new DecimalCodec());

	/** {@code text} as {@link String}. */
	public static final ValueType TEXT = type(Kind.TEXT, String.class, "text", new StringCodec());

	/** {@code varchar} of any length as {@link String}. */
	public static final ValueType VARCHAR = type(Kind.TEXT, String.class, "varchar", TEXT.codec());

	/** {@code boolean} as {@link Boolean}. */
	public static final ValueType BOOLEAN = type(Kind.BOOLEAN, Boolean.class, "boolean", new BooleanCodec());

	/** {@code date} as {@link LocalDate}. */
	public static final ValueType DATE = type(Kind.DATE, LocalDate.class, "date", new DateCodec());

	/** {@code timestamp with time zone} as {@link Instant}. */
	public static final ValueType DATETIME = type(Kind.DATETIME, Instant.class, "timestamp with time zone",
			new InstantCodec());

	/** {@code timestamp with time zone} as {@link OffsetDateTime} in UTC. */
	public static final ValueType OFFSET_DATETIME = type(Kind.DATETIME, OffsetDateTime.class, DATETIME.sqlName(),
			new OffsetCodec());

	/** {@code timestamp} as {@link LocalDateTime}. */
	public static final ValueType LOCAL_DATETIME = type(Kind.LOCAL_DATETIME, LocalDateTime.class, "timestamp",
			new LocalDateTimeCodec());

	/** {@code time} as {@link LocalTime}. */
	public static final ValueType TIME = type(Kind.TIME, LocalTime.class, "time", new TimeCodec());

	/** {@code interval} as {@link Duration}. */
	public static final ValueType DURATION = type(Kind.DURATION, Duration.class, "interval",
			new IntervalCodecs.DurationCodec());

	/** {@code uuid} as {@link java.util.UUID}. */
	public static final ValueType UUID = type(Kind.UUID, UUID.class, "uuid", new UuidCodec());

	/** {@code bytea} as bytes. */
	public static final ValueType BINARY = type(Kind.BINARY, byte[].class, "bytea", new BytesCodec());

	/** {@code jsonb} as a tree, Jackson's {@code JsonNode}. */
	public static final ValueType JSON = json(StandardJson.FORMAT);

	/** {@code hstore}, of the extension of that name, as a map of texts. */
	public static final ValueType HSTORE = type(Kind.HSTORE, Map.class, "hstore", new HstoreCodec());

	/** {@code int4range} over {@link Integer}. */
	public static final ValueType INT4RANGE = rangeOf("int4range", INTEGER);

	/** {@code int8range} over {@link Long}. */
	public static final ValueType INT8RANGE = rangeOf("int8range", BIGINT);

	/** {@code numrange} over {@link BigDecimal}. */
	public static final ValueType NUMRANGE = rangeOf("numrange", DECIMAL);

	/** {@code daterange} over {@link LocalDate}. */
	public static final ValueType DATERANGE = rangeOf("daterange", DATE);

	/** {@code tstzrange} over {@link Instant}. */
	public static final ValueType TSTZRANGE = rangeOf("tstzrange", DATETIME);

	/** {@code tsrange} over {@link LocalDateTime}. */
	public static final ValueType TSRANGE = rangeOf("tsrange", LOCAL_DATETIME);

	/** {@code tsvector} as its text. */
	public static final ValueType TSVECTOR = named(Kind.TSVECTOR, "tsvector");

	/** {@code tsquery} as its text. */
	public static final ValueType TSQUERY = named(Kind.TSQUERY, "tsquery");

	/** {@code inet} as its text. */
	public static final ValueType INET = named(Kind.INET, "inet");

	/** A type nobody declared: values are taken by their Java class. */
	public static final ValueType UNKNOWN = type(Kind.UNKNOWN, Object.class, "unknown", new UnknownCodec());

	private static final ValueType TUPLE = type(Kind.TUPLE, List.class, "record",
			new TupleCodec(List.of(), UnaryOperator.identity()));

	private ValueTypes() {
	}

	/**
	 * Return {@code varchar} of a length.
	 * @param length the most characters
	 * @return the type
	 */
	public static ValueType varchar(int length) {
		return type(Kind.TEXT, String.class, "varchar(" + length + ")", TEXT.codec());
	}

	/**
	 * Return {@code numeric} of a size.
	 * @param precision all digits
	 * @param scale the digits after the point
	 * @return the type
	 */
	public static ValueType decimal(int precision, int scale) {
		return type(Kind.DECIMAL, BigDecimal.class, "numeric(" + precision + ", " + scale + ")", DECIMAL.codec());
	}

	/**
	 * Return the type of whole numbers a function may have taken out of the range of
	 * their own type. Values are of that type's class where they fit it, else wider.
	 * @param integer {@code smallint}, {@code integer} or {@code bigint}
	 * @return the type
	 */
	public static ValueType widening(ValueType integer) {
		return type(Kind.BIGINT, integer.javaType(), BIGINT.sqlName(), new WideningCodec(integer.javaType()));
	}

	/**
	 * Return the array of a type; values are lists.
	 * @param element the type of the elements, which may be an array
	 * @return the type
	 */
	public static ValueType arrayOf(ValueType element) {
		return new ValueType(Kind.ARRAY, List.class, element.sqlName() + "[]", element, new ArrayCodec(element));
	}

	/**
	 * Return the type of an enum, stored as a number by {@link StoredNumber#value()} or
	 * as text by {@link StoredText#value()} where it has one, else by name.
	 * @param type the enum
	 * @return the type
	 * @throws IllegalArgumentException if the class is not an enum
	 */
	public static ValueType enumOf(Class<?> type) {
		return enumOf(type, StoredNumber.class.isAssignableFrom(type) ? SMALLINT : TEXT);
	}

	/**
	 * Return the type of an enum, stored in a column of texts or whole numbers, or of an
	 * enum of the database.
	 * @param type the enum
	 * @param base the type of the column, such as {@code varchar(20)}, {@code integer} or
	 * a {@link #named} one
	 * @return the type
	 * @throws IllegalArgumentException if the class is not an enum
	 */
	@SuppressWarnings("unchecked")
	public static ValueType enumOf(Class<?> type, ValueType base) {
		if (!type.isEnum()) {
			throw new IllegalArgumentException(type.getName() + " is not an enum");
		}
		return type(base.kind(), type, base.sqlName(), new EnumCodec((Class<? extends Enum<?>>) type, base.codec()));
	}

	/**
	 * Return {@code jsonb} as a class of the application, by the standard format.
	 * @param type the class, such as a record or {@link java.util.Map}
	 * @return the type
	 */
	public static ValueType json(Class<?> type) {
		return json(StandardJson.FORMAT, type, List.of());
	}

	/**
	 * Return {@code jsonb} as a tree.
	 * @param format the JSON library
	 * @return the type
	 */
	public static ValueType json(JsonFormat format) {
		return json(format, format.treeType(), List.of());
	}

	/**
	 * Return {@code jsonb} as a class of the application.
	 * @param format the JSON library
	 * @param type the class
	 * @param arguments its type arguments; empty for none
	 * @return the type
	 */
	public static ValueType json(JsonFormat format, Class<?> type, List<Class<?>> arguments) {
		return type(Kind.JSON, type, "jsonb", new JsonCodec(format, type, arguments));
	}

	/**
	 * Return the range over a type.
	 * @param name the name of the range type
	 * @param bound the type of the bounds
	 * @return the type
	 */
	public static ValueType rangeOf(String name, ValueType bound) {
		return new ValueType(Kind.RANGE, Range.class, name, bound, new RangeCodec(name, bound));
	}

	/**
	 * Return a type whose values travel as its own text, such as {@code citext} or
	 * {@code ltree}.
	 * @param kind the family
	 * @param name the name of the type
	 * @return the type
	 */
	public static ValueType named(Kind kind, String name) {
		return type(kind, String.class, name, new NamedTypeCodec(name));
	}

	/**
	 * Return {@code char} of a length. The database pads texts to it, and takes texts
	 * that differ in trailing spaces only for equal.
	 * @param length the characters
	 * @return the type
	 */
	public static ValueType character(int length) {
		return type(Kind.TEXT, String.class, "char(" + length + ")", new NamedTypeCodec("bpchar"));
	}

	/**
	 * Return the array of a type as a {@link java.util.Set}; an array with an element
	 * twice is refused.
	 * @param element the type of the elements
	 * @return the type
	 */
	public static ValueType setOf(ValueType element) {
		return mapping(arrayOf(element), Set.class, JavaArrays::list, JavaArrays::set);
	}

	/**
	 * Return the array of a type as a Java array, also of primitives.
	 * @param arrayType the class, such as {@code int[].class}
	 * @param element the type of the elements
	 * @return the type
	 */
	@SuppressWarnings("unchecked")
	public static ValueType javaArrayOf(Class<?> arrayType, ValueType element) {
		return mapping(arrayOf(element), (Class<Object>) arrayType, JavaArrays::list,
				(List<?> values) -> JavaArrays.array(arrayType.getComponentType(), values));
	}

	/**
	 * Return the type of a composite key.
	 * @return the type
	 */
	public static ValueType tuple() {
		return TUPLE;
	}

	/**
	 * Return the type of a composite key that is selected: a list of its parts, each in a
	 * column of its own.
	 * @param parts the types of the parts
	 * @param plain takes apart what stands for the key: a record, an instance
	 * @return the type
	 */
	public static ValueType tuple(List<ValueType> parts, UnaryOperator<Object> plain) {
		return type(Kind.TUPLE, List.class, TUPLE.sqlName(), new TupleCodec(parts, plain));
	}

	/**
	 * Return the type a value has by its Java class alone.
	 * @param value the value
	 * @return the type; {@link #UNKNOWN} if the class does not tell, as that of a list
	 * without values
	 */
	public static ValueType ofValue(Object value) {
		if (value instanceof Collection<?> values) {
			Object first = values.stream().filter((item) -> item != null).findFirst().orElse(null);
			ValueType element = (first != null) ? ofValue(first) : UNKNOWN;
			return element.equals(UNKNOWN) ? UNKNOWN : arrayOf(element);
		}
		ValueType found = NaturalTypes.find(value.getClass());
		return (found != null) ? found : UNKNOWN;
	}

	/**
	 * Return the type a Java class has where nothing else is said.
	 * @param type the class
	 * @return the type; empty if there is none
	 */
	public static Optional<ValueType> natural(Class<?> type) {
		return Optional.ofNullable(NaturalTypes.find(type));
	}

	/**
	 * Return a type whose values callers see as another class.
	 * @param <J> the class callers see
	 * @param <S> the class of the base's values
	 * @param base the type that travels
	 * @param javaType the class callers see
	 * @param write makes the value that travels
	 * @param read makes the value callers see; what it throws is a refusal
	 * @return the type
	 */
	public static <J, S> ValueType mapping(ValueType base, Class<J> javaType, Function<? super J, ? extends S> write,
			Function<? super S, ? extends J> read) {
		return new ValueType(base.kind(), javaType, base.sqlName(), base.element(),
				new MappingCodec<>(javaType, base.codec(), write, read));
	}

	/**
	 * Return the type of a name, as users write it ({@code int}, {@code decimal(10,2)},
	 * {@code varchar(40)[]}) or as PostgreSQL does ({@code timestamp with time zone}).
	 * @param name the name
	 * @return the type
	 * @throws dev.orm.error.ModelDefinitionException if the name is not known
	 */
	public static ValueType parse(String name) {
		return TypeNames.parse(name);
	}

	private static ValueType type(Kind kind, Class<?> javaType, String sqlName, Codec codec) {
		return new ValueType(kind, javaType, sqlName, null, codec);
	}

}

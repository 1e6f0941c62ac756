package dev.orm.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.orm.error.FieldException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.function.OutputTypes;
import dev.orm.sql.Cast;
import dev.orm.sql.Literal;
import dev.orm.sql.Parameter;
import dev.orm.sql.Reading;
import dev.orm.sql.Sql;
import dev.orm.type.Conversion;
import dev.orm.type.Range;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/** Binds values as parameters of the type their class tells. */
public final class Literals {

	private static final Map<Class<?>, ValueType> TYPES = Map.ofEntries(Map.entry(Short.class, ValueTypes.INTEGER),
			Map.entry(Byte.class, ValueTypes.INTEGER), Map.entry(Integer.class, ValueTypes.INTEGER),
			Map.entry(Long.class, ValueTypes.BIGINT), Map.entry(BigInteger.class, ValueTypes.DECIMAL),
			Map.entry(Double.class, ValueTypes.FLOAT), Map.entry(Float.class, ValueTypes.FLOAT),
			Map.entry(BigDecimal.class, ValueTypes.DECIMAL), Map.entry(String.class, ValueTypes.TEXT),
			Map.entry(Boolean.class, ValueTypes.BOOLEAN), Map.entry(LocalDate.class, ValueTypes.DATE),
			Map.entry(LocalTime.class, ValueTypes.TIME), Map.entry(LocalDateTime.class, ValueTypes.LOCAL_DATETIME),
			Map.entry(Instant.class, ValueTypes.DATETIME), Map.entry(OffsetDateTime.class, ValueTypes.DATETIME),
			Map.entry(ZonedDateTime.class, ValueTypes.DATETIME), Map.entry(Duration.class, ValueTypes.DURATION),
			Map.entry(UUID.class, ValueTypes.UUID), Map.entry(byte[].class, ValueTypes.BINARY));

	private Literals() {
	}

	/**
	 * Bind a value.
	 * @param literal the value
	 * @param ordinal its place among the values of the query; negative for a constant of
	 * the plan
	 * @return a parameter, or NULL
	 */
	public static Sql resolve(Atom.Literal literal, int ordinal) {
		Object value = literal.value();
		ValueType type = (literal.type() != null) ? literal.type() : type(value);
		if (value == null) {
			Sql nothing = Literal.nothing(type);
			return (literal.type() != null) ? new Cast(nothing, type) : nothing;
		}
		// what a pass adds to a query has no place among its values: it belongs to the
		// plan
		return new Parameter(ordinal, (ordinal < 0) ? value : null, Conversion.NONE, type, true);
	}

	/**
	 * Bind a bound of a slice; the place tells its type.
	 * @param ordinal the place of the value among those of the query
	 * @return a parameter
	 */
	public static Sql bound(int ordinal) {
		return Parameter.ofShape(ordinal, Conversion.NONE, ValueTypes.BIGINT, false);
	}

	/**
	 * Tell the type a value is bound with.
	 * @param value the value
	 * @return the type
	 */
	public static ValueType type(@Nullable Object value) {
		if (value == null) {
			return ValueTypes.UNKNOWN;
		}
		ValueType known = TYPES.get(value.getClass());
		if (known != null) {
			return known;
		}
		if (value instanceof Enum<?> constant) {
			return ValueTypes.enumOf(constant.getDeclaringClass());
		}
		if (value instanceof Collection<?> values) {
			return ValueTypes.arrayOf(elements(values));
		}
		if (value instanceof Range<?> range) {
			return range(range);
		}
		return ValueTypes.natural(value.getClass()).orElse(ValueTypes.JSON);
	}

	private static ValueType range(Range<?> range) {
		Object bound = Optional.<Object>ofNullable(range.lower()).orElse(range.upper());
		ValueType type = type(bound);
		return switch (type.kind()) {
			case SMALLINT, INTEGER -> ValueTypes.INT4RANGE;
			case BIGINT -> ValueTypes.INT8RANGE;
			case DECIMAL, FLOAT -> ValueTypes.NUMRANGE;
			case DATE -> ValueTypes.DATERANGE;
			case DATETIME -> ValueTypes.TSTZRANGE;
			default ->
				throw new FieldException("The type of the range %s cannot be told; wrap it with one.".formatted(range),
						Subject.ofArgument("range"));
		};
	}

	private static ValueType elements(Collection<?> values) {
		return values.stream().filter((value) -> value != null).findFirst().map(Literals::type).orElse(ValueTypes.TEXT);
	}

	/**
	 * Bind values of the application's classes as columns of those classes store them
	 * that stand beside: only a column knows the registry it is of.
	 * @param nodes what stands beside each other
	 * @param resolved the same, resolved
	 * @return the same, values with the types of the columns
	 */
	public static List<Sql> beside(List<Node> nodes, List<Sql> resolved) {
		List<Sql> bound = new ArrayList<>(resolved);
		for (int i = 0; i < nodes.size(); i++) {
			if (nodes.get(i) instanceof Atom.Literal literal && literal.type() == null
					&& resolved.get(i) instanceof Parameter value && isOwn(literal.value())) {
				ValueType stored = stored(literal.value(), resolved);
				bound.set(i, OutputTypes.withType(value, stored.isSame(ValueTypes.UNKNOWN) ? value.type() : stored));
			}
		}
		return bound;
	}

	/** Whether a value is of a class that the engine cannot know. */
	private static boolean isOwn(@Nullable Object value) {
		return value instanceof Enum<?> || (value != null && type(value).equals(ValueTypes.JSON));
	}

	/** The type of the first column of its class; the unknown type if there is none. */
	private static ValueType stored(@Nullable Object value, List<Sql> beside) {
		return beside.stream()
			.filter((sql) -> !(sql instanceof Parameter))
			.map(Sql::type)
			.filter((type) -> type.javaType() != Object.class && type.javaType().isInstance(value))
			.findFirst()
			.orElse(ValueTypes.UNKNOWN);
	}

	/**
	 * Bind a value with the type of its neighbour.
	 * @param value a parameter, or an expression that stays as it is
	 * @param type the type
	 * @return the value
	 */
	public static Sql as(Sql value, ValueType type) {
		return (value instanceof Parameter parameter)
				? new Parameter(parameter.ordinal(), parameter.constant(), parameter.conversion(), type, true) : value;
	}

	/**
	 * Give an expression an output type: a value is bound with it, others are only read
	 * with it.
	 */
	public static Sql retype(Sql expression, ValueType type) {
		if (expression instanceof Parameter) {
			return as(expression, type);
		}
		return Reading.Typed.of(expression, type);
	}

}

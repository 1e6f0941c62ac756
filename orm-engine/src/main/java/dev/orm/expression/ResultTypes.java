package dev.orm.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/** The types by which callers ask for numbers of a class. */
final class ResultTypes {

	private static final Map<Class<?>, ValueType> TYPES = Map.of(Integer.class, ValueTypes.INTEGER, Long.class,
			ValueTypes.BIGINT, Double.class, ValueTypes.FLOAT, BigDecimal.class, ValueTypes.DECIMAL, Duration.class,
			ValueTypes.DURATION);

	private ResultTypes() {
	}

	static ValueType of(Class<?> type) {
		ValueType found = TYPES.get(type);
		if (found == null) {
			throw new IllegalArgumentException(
					"An aggregate answers Integer, Long, Double, BigDecimal or Duration, not " + type.getName());
		}
		return found;
	}

}

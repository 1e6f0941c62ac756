package dev.orm.lookup;

import java.math.RoundingMode;
import java.util.Collection;
import java.util.Objects;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.function.OutputTypes;
import dev.orm.sql.Sql;
import dev.orm.sql.ValueTest;
import dev.orm.type.Conversion;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/** Both ends included: {@code BETWEEN}. */
final class RangeLookup {

	private RangeLookup() {
	}

	static Sql between(Sql left, Operand right) {
		if (right instanceof Operand.Items items && items.items().size() == 2) {
			return between(left, end(items.items().get(0), left), end(items.items().get(1), left));
		}
		if (!(right instanceof Operand.Value value) || !(value.value() instanceof Collection<?> ends)
				|| ends.size() != 2) {
			throw new QueryValueException("The range lookup needs a list of two values.", Subject.ofArgument("range"))
				.of(Operands.given(right));
		}
		if (ends.stream().anyMatch(Objects::isNull)) {
			throw new QueryValueException("Cannot use null as a query value; an open range is a gte or an lte.",
					Subject.ofArgument("range"));
		}
		return between(left, end(value, ends, 0, left), end(value, ends, 1, left));
	}

	private static Sql end(Operand end, Sql left) {
		Operands.refuseNull(end);
		return Operands.bind(end, left.type());
	}

	private static Sql end(Operand.Value value, Collection<?> ends, int index, Sql left) {
		Object end = Objects.requireNonNull(item(ends, index));
		Kind kind = left.type().kind();
		if (!left.type().isWhole()) {
			return bound(value, left.type(), (given) -> item(given, index));
		}
		if (!IntegerOperands.isWhole(end)) {
			return bound(value, ValueTypes.BIGINT,
					(given) -> IntegerOperands.toLong(item(given, index), RoundingMode.DOWN));
		}
		// what the column cannot hold is compared all the same
		ValueType type = (IntegerOperands.side(kind, end) != 0) ? ValueTypes.DECIMAL : left.type();
		return bound(value, type, (given) -> item(given, index));
	}

	private static Sql bound(Operand.Value value, ValueType type, Conversion conversion) {
		return Operands.parameter(value, type, conversion).asTyped();
	}

	static Object item(@Nullable Object given, int index) {
		Object[] values = ((Collection<?>) Objects.requireNonNull(given)).toArray();
		if (values.length != 2) {
			// the length of a list is no part of the shape, so a cached plan meets any
			throw new QueryValueException("The range lookup needs a list of two values.", Subject.ofArgument("range"))
				.of(given);
		}
		return values[index];
	}

	private static Sql between(Sql left, Sql from, Sql to) {
		return new ValueTest.Between(OutputTypes.typed(left), from, to);
	}

}

package dev.orm.lookup;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

import dev.orm.error.QueryValueException;
import dev.orm.function.OutputTypes;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.type.Conversion;
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
			throw new QueryValueException("The range lookup needs a list of two values");
		}
		if (ends.stream().anyMatch(Objects::isNull)) {
			throw new QueryValueException("Cannot use None as a query value; an open range is a gte or an lte");
		}
		return between(left, end(value, ends, 0, left), end(value, ends, 1, left));
	}

	private static Sql end(Operand end, Sql left) {
		Operands.refuseNull(end);
		return Operands.bind(end, left.type());
	}

	private static Sql end(Operand.Value value, Collection<?> ends, int index, Sql left) {
		Object end = Objects.requireNonNull(item(ends, index));
		Conversion item = (given) -> item((Collection<?>) Objects.requireNonNull(given), index);
		return Operands.parameter(value, type(left.type(), end), item).asTyped();
	}

	/** Against an integer column other numbers stay what they are, and what the column cannot hold is compared all the same. */
	private static ValueType type(ValueType column, Object end) {
		boolean foreign = end instanceof Number
				&& (!IntegerOperands.isWhole(end) || IntegerOperands.side(column.kind(), end) != 0);
		return (column.kind().isInteger() && foreign) ? ValueTypes.DECIMAL : column;
	}

	private static @Nullable Object item(Collection<?> values, int index) {
		if (values instanceof List<?> list) {
			return list.get(index);
		}
		Iterator<?> iterator = values.iterator();
		Object first = iterator.next();
		return (index == 0) ? first : iterator.next();
	}

	private static Sql between(Sql left, Sql from, Sql to) {
		return Template.of("{} BETWEEN {} AND {}", ValueTypes.BOOLEAN, OutputTypes.typed(left), from, to);
	}

}

package dev.orm.function;

import java.util.Optional;
import java.util.Set;

import dev.orm.expression.node.Operator;
import dev.orm.sql.Literal;
import dev.orm.sql.Sql;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/** The type of a combination. Django's {@code _connector_combinations}. */
final class OperatorTypes {

	private static final Set<Operator> MIXABLE = Set.of(Operator.ADD, Operator.SUB, Operator.MUL, Operator.DIV,
			Operator.MOD);

	private OperatorTypes() {
	}

	static ValueType of(Operator operator, Sql left, Sql right) {
		for (Sql side : new Sql[] { left, right }) {
			if (MixedCodec.of(side.type()).isPresent()) {
				return side.type();
			}
		}
		Optional<ValueType> type = (isUnknown(left) || isUnknown(right)) ? withUnknown(operator, left, right)
				: find(operator, left.type(), right.type());
		return type.map(OutputTypes::plain)
			.orElseGet(() -> OutputTypes.mixed("Cannot infer type of %s expression involving these types: %s, %s."
				.formatted(operator, left.type().sqlName(), right.type().sqlName())));
	}

	private static boolean isUnknown(Sql side) {
		return side.type().kind() == Kind.UNKNOWN;
	}

	/** NULL takes the type of a number beside it; SQL of no known type takes none. */
	private static Optional<ValueType> withUnknown(Operator operator, Sql left, Sql right) {
		Sql unknown = isUnknown(left) ? left : right;
		Sql known = isUnknown(left) ? right : left;
		boolean isNull = unknown instanceof Literal literal && literal.value() == null;
		boolean number = known.type().kind().isNumber() && !isBitwise(operator);
		return (isNull && number) ? Optional.of(known.type()) : Optional.empty();
	}

	private static Optional<ValueType> find(Operator operator, ValueType left, ValueType right) {
		if (left.kind().isNumber() && right.kind().isNumber()) {
			return numeric(operator, left, right);
		}
		return switch (operator) {
			case ADD -> sum(left, right);
			case SUB -> difference(left, right);
			default -> Optional.empty();
		};
	}

	private static Optional<ValueType> numeric(Operator operator, ValueType left, ValueType right) {
		if (left.kind().isInteger() && right.kind().isInteger()) {
			return Optional.of((left.kind().compareTo(right.kind()) >= 0) ? left : right);
		}
		if (left.kind() == right.kind()) {
			return isBitwise(operator) ? Optional.empty() : Optional.of(left);
		}
		if (!MIXABLE.contains(operator) || !(left.kind().isInteger() || right.kind().isInteger())) {
			return Optional.empty();
		}
		return Optional.of(left.kind().isInteger() ? right : left);
	}

	private static boolean isBitwise(Operator operator) {
		return !MIXABLE.contains(operator) && operator != Operator.POW;
	}

	private static Optional<ValueType> sum(ValueType left, ValueType right) {
		if (left.kind() == Kind.DURATION) {
			return (right.kind() == Kind.DURATION) ? Optional.of(left) : moved(right);
		}
		return (right.kind() == Kind.DURATION) ? moved(left) : Optional.empty();
	}

	private static Optional<ValueType> difference(ValueType left, ValueType right) {
		if (right.kind() == Kind.DURATION) {
			return (left.kind() == Kind.DURATION) ? Optional.of(left) : moved(left);
		}
		boolean times = left.kind() == Kind.TIME && right.kind() == Kind.TIME;
		return (times || (isDay(left) && isDay(right))) ? Optional.of(ValueTypes.DURATION) : Optional.empty();
	}

	/**
	 * A point in time moved by a duration; PostgreSQL makes a {@code timestamp} of a
	 * date.
	 */
	private static Optional<ValueType> moved(ValueType time) {
		return switch (time.kind()) {
			case DATE -> Optional.of(ValueTypes.LOCAL_DATETIME);
			case DATETIME, LOCAL_DATETIME, TIME -> Optional.of(time);
			default -> Optional.empty();
		};
	}

	private static boolean isDay(ValueType type) {
		return type.kind() == Kind.DATE || type.kind() == Kind.DATETIME || type.kind() == Kind.LOCAL_DATETIME;
	}

}

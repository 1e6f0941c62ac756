package dev.orm.lookup;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.orm.sql.Cast;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.Call;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.sql.operator.SqlOperator;
import dev.orm.tree.Terms;
import dev.orm.type.Kind;
import dev.orm.type.Range;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Lookups on ranges, their bounds and flags; and {@code contained_by} for values that a
 * range may hold.
 */
final class RangeLookups implements LookupFactory {

	private static final Map<String, SqlOperator> OPERATORS = Map.of("exact", BuiltInOperator.EQUAL, "contains",
			BuiltInOperator.CONTAINS, "contained_by", BuiltInOperator.CONTAINED, "overlap", BuiltInOperator.OVERLAPS,
			"fully_lt", BuiltInOperator.BEFORE, "fully_gt", BuiltInOperator.BEHIND, "not_lt",
			BuiltInOperator.NOT_BEFORE, "not_gt", BuiltInOperator.NOT_BEHIND, "adjacent_to", BuiltInOperator.ADJACENT);

	private static final Map<String, String> BOUNDS = Map.of("startswith", "LOWER", "endswith", "UPPER");

	private static final Map<String, String> FLAGS = Map.of("isempty", "ISEMPTY", "lower_inc", "LOWER_INC", "lower_inf",
			"LOWER_INF", "upper_inc", "UPPER_INC", "upper_inf", "UPPER_INF");

	@Override
	public Optional<Lookup> lookup(String name, Sql left) {
		if (left.type().kind() == Kind.RANGE) {
			return Optional.ofNullable(OPERATORS.get(name))
				.map((operator) -> (subject, right) -> compare(name, operator, subject, right));
		}
		return name.equals("contained_by")
				? rangeOver(left.type().kind()).map((range) -> (subject, right) -> containedBy(subject, right, range))
				: Optional.empty();
	}

	@Override
	public Optional<Transform> transform(String name, Sql left) {
		if (left.type().kind() != Kind.RANGE) {
			return Optional.empty();
		}
		if (BOUNDS.containsKey(name)) {
			return Optional.of((range) -> Call.of(BOUNDS.get(name), range.type().elementType(), range));
		}
		return Optional.ofNullable(FLAGS.get(name))
			.map((function) -> (range) -> Call.of(function, ValueTypes.BOOLEAN, range));
	}

	@Override
	public Set<String> names() {
		Set<String> names = new HashSet<>(OPERATORS.keySet());
		names.addAll(BOUNDS.keySet());
		names.addAll(FLAGS.keySet());
		return names;
	}

	private static Sql compare(String name, SqlOperator operator, Sql left, Operand right) {
		if (Operands.isNull(right) && name.equals("exact")) {
			return Terms.isNull(left, true);
		}
		Operands.refuseNull(right);
		boolean element = name.equals("contains") && right instanceof Operand.Value value && !isRange(value.value());
		ValueType type = element ? left.type().elementType() : left.type();
		return Operands.compare(operator, left, typed(Operands.bind(right, type)));
	}

	private static boolean isRange(@Nullable Object value) {
		return value instanceof Range<?> || value instanceof Collection<?>;
	}

	private static Sql containedBy(Sql left, Operand right, ValueType range) {
		Operands.refuseNull(right);
		Sql subject = switch (left.type().kind()) {
			case FLOAT -> new Cast(left, ValueTypes.DECIMAL);
			case SMALLINT -> new Cast(left, ValueTypes.INTEGER);
			default -> left;
		};
		return Operands.compare(BuiltInOperator.CONTAINED, subject, typed(Operands.bind(right, range)));
	}

	private static Sql typed(Sql sql) {
		return (sql instanceof Parameter parameter) ? parameter.asTyped() : sql;
	}

	private static Optional<ValueType> rangeOver(Kind kind) {
		return switch (kind) {
			case SMALLINT, INTEGER -> Optional.of(ValueTypes.INT4RANGE);
			case BIGINT -> Optional.of(ValueTypes.INT8RANGE);
			case FLOAT, DECIMAL -> Optional.of(ValueTypes.NUMRANGE);
			case DATE -> Optional.of(ValueTypes.DATERANGE);
			case DATETIME -> Optional.of(ValueTypes.TSTZRANGE);
			case LOCAL_DATETIME -> Optional.of(ValueTypes.TSRANGE);
			default -> Optional.empty();
		};
	}

}

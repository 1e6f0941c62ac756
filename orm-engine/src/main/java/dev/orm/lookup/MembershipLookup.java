package dev.orm.lookup;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.function.OutputTypes;
import dev.orm.sql.Call;
import dev.orm.sql.Infix;
import dev.orm.sql.Listed;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.tree.Terms;
import dev.orm.type.Conversion;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Membership. A list is one array parameter, whatever its length: one text, one plan.
 * NULLs are no members.
 */
final class MembershipLookup {

	private MembershipLookup() {
	}

	static Sql in(Sql left, Operand right) {
		if (right instanceof Operand.Value value) {
			return inList(left, value);
		}
		if (right instanceof Operand.Items items) {
			return inItems(left, items);
		}
		if (right instanceof Operand.Subquery) {
			Sql subject = OutputTypes.typed(left);
			return Infix.condition(subject, BuiltInOperator.IN, Operands.sql(right, left.type()));
		}
		if (right instanceof Operand.Expression expression && isArrayOf(expression.sql(), left)) {
			return isAmong(left, expression.sql());
		}
		if (right instanceof Operand.Expression expression && expression.sql() instanceof SubqueryCall) {
			return Infix.condition(OutputTypes.typed(left), BuiltInOperator.IN, expression.sql());
		}
		throw new QueryValueException("The in lookup needs a list, a query or an array, not an expression.",
				Subject.ofArgument("in"));
	}

	private static boolean isArrayOf(Sql list, Sql left) {
		return list.type().kind() == Kind.ARRAY && left.type().kind() != Kind.ARRAY;
	}

	private static Sql inList(Sql left, Operand.Value value) {
		Operands.refuseNull(value);
		if (!(value.value() instanceof Collection<?> items)) {
			throw new QueryValueException("The in lookup needs a list or a query, not a %s."
				.formatted(Objects.requireNonNull(value.value()).getClass().getName()), Subject.ofArgument("in"))
				.of(value.value());
		}
		if (items.stream().allMatch(Objects::isNull)) {
			return Terms.FALSE;
		}
		if (left.type().kind() == Kind.ARRAY) {
			return inLists(left, value, items.size());
		}
		ValueType element = OutputTypes.plain(element(left, items));
		Kind kind = element.kind();
		Conversion members = (given) -> members(element, (Collection<?>) Objects.requireNonNull(given));
		Parameter list = Operands.parameter(value, ValueTypes.arrayOf(element), members);
		// an array of these would come as text, which has no operator with the column
		boolean typed = kind != Kind.UNKNOWN && !element.isWhole();
		return isAmong(left, typed ? list.asTyped() : list);
	}

	/** Whether a value is an element of an array. */
	private static Sql isAmong(Sql left, Sql array) {
		return Infix.condition(OutputTypes.typed(left), BuiltInOperator.EQUAL, Call.of("ANY", array.type(), array));
	}

	private static ValueType element(Sql left, Collection<?> items) {
		if (left.type().kind() != Kind.UNKNOWN) {
			return left.type();
		}
		ValueType first = items.stream()
			.filter(Objects::nonNull)
			.findFirst()
			.map(ValueTypes::ofValue)
			.orElse(left.type());
		// the other members may be wider
		return first.isWhole() ? ValueTypes.BIGINT : first;
	}

	static Object members(ValueType element, Collection<?> given) {
		Set<@Nullable Object> members = new LinkedHashSet<>(given);
		members.remove(null);
		if (!element.isWhole()) {
			return new ArrayList<>(members);
		}
		List<Object> fitting = new ArrayList<>();
		for (Object member : members) {
			Object whole = IntegerOperands.isWhole(member) ? member
					: IntegerOperands.toLong(Objects.requireNonNull(member), RoundingMode.DOWN);
			if (IntegerOperands.side(element.kind(), whole) == 0) {
				fitting.add(whole);
			}
		}
		return fitting;
	}

	/**
	 * Lists as members do not make an array of arrays, as their lengths may differ. Their
	 * number is part of the shape.
	 */
	private static Sql inLists(Sql left, Operand.Value value, int size) {
		List<Sql> parts = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			int index = i;
			Conversion item = (given) -> new ArrayList<@Nullable Object>((Collection<?>) Objects.requireNonNull(given))
				.get(index);
			parts.add(Operands.parameter(value, left.type(), item).asTyped());
		}
		return isOneOf(left, parts);
	}

	private static Sql inItems(Sql left, Operand.Items items) {
		List<Sql> parts = new ArrayList<>();
		for (Operand item : items.items()) {
			boolean absent = item instanceof Operand.Value value && (value.value() == null
					|| (left.type().isWhole() && IntegerOperands.side(left.type().kind(), value.value()) != 0));
			if (!absent) {
				parts.add(Operands.bind(item, left.type()));
			}
		}
		return parts.isEmpty() ? Terms.FALSE : isOneOf(OutputTypes.typed(left), parts);
	}

	/** Whether a value is one of several that are written out. */
	static Sql isOneOf(Sql left, List<Sql> values) {
		return Infix.condition(left, BuiltInOperator.IN, Listed.row(ValueTypes.tuple(), values));
	}

}

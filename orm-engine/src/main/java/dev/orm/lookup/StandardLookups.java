package dev.orm.lookup;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.sql.Not;
import dev.orm.sql.Sql;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.sql.operator.SqlOperator;
import dev.orm.tree.Terms;
import dev.orm.type.Kind;

/**
 * The lookups every type has: equality, order, membership, NULL. Django's
 * {@code db.models.lookups}.
 */
final class StandardLookups implements LookupFactory {

	static final Map<String, SqlOperator> OPERATORS = Map.of("exact", BuiltInOperator.EQUAL, "gt",
			BuiltInOperator.GREATER, "gte", BuiltInOperator.GREATER_OR_EQUAL, "lt", BuiltInOperator.LESS, "lte",
			BuiltInOperator.LESS_OR_EQUAL);

	/** What {@code hstore} has no operators for. */
	private static final Set<String> ORDERED = Set.of("gt", "gte", "lt", "lte", "range");

	@Override
	public Optional<Lookup> lookup(String name, Sql left) {
		if (lacks(left.type().kind(), name)) {
			return Optional.empty();
		}
		return switch (name) {
			case "exact" -> Optional.of(StandardLookups::exact);
			case "gt", "gte", "lt", "lte" -> Optional.of((subject, right) -> order(name, subject, right));
			case "in" -> Optional.of(MembershipLookup::in);
			case "range" -> Optional.of(RangeLookup::between);
			case "isnull" -> Optional.of(StandardLookups::isNull);
			default -> Optional.empty();
		};
	}

	@Override
	public Set<String> names() {
		return Set.of("exact", "gt", "gte", "lt", "lte", "in", "range", "isnull");
	}

	/** BETWEEN would take the parts of two keys for two values. */
	private static boolean lacks(Kind kind, String name) {
		return (kind == Kind.HSTORE && ORDERED.contains(name)) || (kind == Kind.TUPLE && name.equals("range"));
	}

	static Sql exact(Sql left, Operand right) {
		if (Operands.isNull(right)) {
			return Terms.isNull(left, true);
		}
		if (left.type().kind() == Kind.BOOLEAN && right instanceof Operand.Value value
				&& value.value() instanceof Boolean flag) {
			// no comparison, as Django leaves it out: an index on the condition is found
			return flag ? left : new Not(left);
		}
		return compare("exact", left, right);
	}

	static Sql order(String name, Sql left, Operand right) {
		Operands.refuseNull(right);
		return compare(name, left, right);
	}

	static Sql compare(String name, Sql left, Operand right) {
		SqlOperator operator = Objects.requireNonNull(OPERATORS.get(name));
		if (left.type().isWhole() && right instanceof Operand.Value value && value.type() == null) {
			return IntegerOperands.decide(name, left.type().kind(), value.value())
				.orElseGet(() -> Operands.compare(operator, left, IntegerOperands.bind(name, left, value)));
		}
		return Operands.compare(operator, left, Operands.bind(right, left.type()));
	}

	private static Sql isNull(Sql left, Operand right) {
		if (right instanceof Operand.Value value && value.value() instanceof Boolean flag) {
			return flag ? Terms.isNull(left, true) : Terms.isNull(left, false);
		}
		throw new QueryValueException("The value for an isnull lookup must be true or false.",
				Subject.ofArgument("isnull"))
			.of(Operands.given(right));
	}

}

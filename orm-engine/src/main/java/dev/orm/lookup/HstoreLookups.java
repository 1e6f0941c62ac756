package dev.orm.lookup;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.orm.expression.PathKey;
import dev.orm.sql.Infix;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.Call;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.sql.operator.SqlOperator;
import dev.orm.tree.Terms;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * Lookups on {@code hstore}. Any name that is no lookup is a key, and is bound. Django's
 * {@code contrib.postgres.fields.hstore}.
 */
final class HstoreLookups implements LookupFactory {

	private static final Map<String, SqlOperator> OPERATORS = Map.of("exact", BuiltInOperator.EQUAL, "contains",
			BuiltInOperator.CONTAINS, "contained_by", BuiltInOperator.CONTAINED);

	private static final Map<String, SqlOperator> KEYS = Map.of("has_keys", BuiltInOperator.HAS_KEYS, "has_any_keys",
			BuiltInOperator.HAS_ANY_KEY);

	private static final ValueType TEXTS = ValueTypes.arrayOf(ValueTypes.TEXT);

	@Override
	public Optional<Lookup> lookup(String name, Sql left) {
		if (left.type().kind() != Kind.HSTORE) {
			return Optional.empty();
		}
		if (name.equals("has_key")) {
			return Optional.of((subject, right) -> compare(BuiltInOperator.HAS_KEY, subject, right, ValueTypes.TEXT));
		}
		if (KEYS.containsKey(name)) {
			return Optional.of((subject, right) -> compare(KEYS.get(name), subject, right, TEXTS));
		}
		return Optional.ofNullable(OPERATORS.get(name))
			.map((operator) -> (subject, right) -> (name.equals("exact") && Operands.isNull(right))
					? Terms.isNull(subject, true) : compare(operator, subject, right, ValueTypes.HSTORE));
	}

	@Override
	public Optional<Transform> transform(String name, Sql left) {
		if (left.type().kind() != Kind.HSTORE) {
			return Optional.empty();
		}
		return switch (name) {
			case "keys" -> Optional.of((entries) -> Call.of("AKEYS", TEXTS, entries));
			case "values" -> Optional.of((entries) -> Call.of("AVALS", TEXTS, entries));
			default -> Optional.of((entries) -> new Infix(BuiltInOperator.KEY, entries,
					Parameter.constant(PathKey.decode(name), ValueTypes.TEXT).asTyped(), ValueTypes.TEXT));
		};
	}

	@Override
	public Set<String> names() {
		return Set.of("contains", "contained_by", "has_key", "has_keys", "has_any_keys", "keys", "values");
	}

	private static Sql compare(SqlOperator operator, Sql left, Operand right, ValueType type) {
		Operands.refuseNull(right);
		Sql wanted = Operands.bind(right, type);
		return Infix.condition(left, operator, (wanted instanceof Parameter bound) ? bound.asTyped() : wanted);
	}

}

package dev.orm.lookup;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.function.OutputTypes;
import dev.orm.function.Zones;
import dev.orm.sql.Cast;
import dev.orm.sql.Infix;
import dev.orm.sql.Listed;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.operator.SqlOperator;
import dev.orm.type.Conversion;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/** Turns right sides into expressions. */
final class Operands {

	private Operands() {
	}

	/** The right side, its value bound with a type. */
	static Sql bind(Operand right, ValueType type) {
		return bind(right, type, Conversion.NONE);
	}

	/**
	 * The right side, its value converted and bound with a type; a type the caller gave
	 * wins.
	 */
	static Sql bind(Operand right, ValueType type, Conversion conversion) {
		if (right instanceof Operand.Value value) {
			return (value.type() != null) ? parameter(value, value.type(), conversion).asTyped()
					: parameter(value, type, conversion);
		}
		return sql(right, type);
	}

	/** The right side as it stands. */
	static Sql sql(Operand right, ValueType type) {
		if (right instanceof Operand.Expression expression) {
			return OutputTypes.typed(expression.sql());
		}
		if (right instanceof Operand.Subquery subquery) {
			return new SubqueryCall(subquery.statement(), SubqueryCall.Form.VALUES, subquery.outer(), false,
					subquery.type());
		}
		if (right instanceof Operand.Items items && type.kind() == Kind.ARRAY) {
			return array(items, type);
		}
		throw new QueryValueException("A list with expressions does not fit a %s.".formatted(type.sqlName()),
				Subject.ofArgument("list"));
	}

	static Parameter parameter(Operand.Value value, ValueType type, Conversion conversion) {
		Object constant = (value.ordinal() < 0) ? value.value() : null;
		Object sample = value.value();
		ValueType bound = (type.kind() == Kind.UNKNOWN && sample != null) ? ValueTypes.ofValue(sample) : type;
		return new Parameter(value.ordinal(), constant, conversion, OutputTypes.plain(bound), false);
	}

	private static Sql array(Operand.Items items, ValueType type) {
		List<Sql> parts = new ArrayList<>();
		for (Operand item : items.items()) {
			parts.add(OutputTypes.typed(bind(item, type.elementType())));
		}
		return new Cast(Listed.array(type, parts), OutputTypes.plain(type));
	}

	/** The value on the right, for its class; null where that is an expression. */
	static @Nullable Object given(Operand right) {
		return (right instanceof Operand.Value value) ? value.value() : null;
	}

	static boolean isNull(Operand right) {
		return right instanceof Operand.Value value && value.value() == null;
	}

	static void refuseNull(Operand right) {
		if (isNull(right)) {
			throw new QueryValueException("Cannot use null as a query value; test for NULL with isnull.",
					Subject.ofArgument("value"));
		}
	}

	/** A comparison; local times of different zones meet as instants. */
	static Sql compare(SqlOperator operator, Sql left, Sql right) {
		boolean together = left.type().codec().equals(right.type().codec());
		Sql first = OutputTypes.typed(together ? left : Zones.instant(left));
		return Infix.condition(first, operator, together ? right : Zones.instant(right));
	}

}

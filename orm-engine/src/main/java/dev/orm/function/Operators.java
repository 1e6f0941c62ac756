package dev.orm.function;

import java.util.Optional;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Operator;
import dev.orm.sql.Cast;
import dev.orm.sql.Infix;
import dev.orm.sql.Literal;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.sql.operator.SqlOperator;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Combines two expressions by an operator. The types follow Django's table of
 * combinations.
 */
public final class Operators {

	private Operators() {
	}

	/**
	 * Combine two expressions.
	 * @param operator the operator
	 * @param left the left side
	 * @param right the right side
	 * @param type the output type asked for, or null to infer it; where the sides do not
	 * go together the result has a mixed type that {@link OutputTypes#require} refuses
	 * @return the combination
	 */
	public static Sql combine(Operator operator, Sql left, Sql right, @Nullable ValueType type) {
		Kind kind = left.type().kind();
		if (kind == Kind.TSVECTOR || kind == Kind.TSQUERY) {
			return search(operator, left, right);
		}
		if (isTime(left) && isTime(right)) {
			return temporal(operator, left, right, type);
		}
		Sql first = operand(left, right, false);
		Sql second = operand(right, left, isShift(operator));
		ValueType result = Optional.ofNullable(type).orElseGet(() -> OperatorTypes.of(operator, left, right));
		return new Infix(written(operator), first, second, result);
	}

	private static SqlOperator written(Operator operator) {
		return switch (operator) {
			case ADD -> BuiltInOperator.PLUS;
			case SUB -> BuiltInOperator.MINUS;
			case MUL -> BuiltInOperator.TIMES;
			case DIV -> BuiltInOperator.DIVIDE;
			case MOD -> BuiltInOperator.MODULO;
			case POW -> BuiltInOperator.POWER;
			case BITAND -> BuiltInOperator.BIT_AND;
			case BITOR -> BuiltInOperator.BIT_OR;
			case BITXOR -> BuiltInOperator.BIT_XOR;
			case BITLEFTSHIFT -> BuiltInOperator.SHIFT_LEFT;
			case BITRIGHTSHIFT -> BuiltInOperator.SHIFT_RIGHT;
		};
	}

	private static boolean isShift(Operator operator) {
		return operator == Operator.BITLEFTSHIFT || operator == Operator.BITRIGHTSHIFT;
	}

	private static boolean isTime(Sql sql) {
		return sql.type().kind().isTemporal();
	}

	private static Sql search(Operator operator, Sql left, Sql right) {
		Kind kind = left.type().kind();
		if (right.type().kind() != kind) {
			throw new IllegalQueryException("A %s can only be combined with another one, not with %s"
				.formatted(left.type().sqlName(), right.type().sqlName()), Subject.ofArgument("operator"));
		}
		SqlOperator either = switch (operator) {
			case ADD, BITOR -> BuiltInOperator.EITHER;
			case BITAND -> BuiltInOperator.BOTH;
			default -> throw new IllegalQueryException("A %s cannot be combined by %s".formatted(left.type(), operator),
					Subject.ofArgument("operator"));
		};
		return new Infix(either, left, right, left.type());
	}

	private static Sql temporal(Operator operator, Sql left, Sql right, @Nullable ValueType type) {
		ValueType result = Optional.ofNullable(type).orElseGet(() -> OperatorTypes.of(operator, left, right));
		Sql first = OutputTypes.typed(left);
		Sql second = OutputTypes.typed(right);
		if (operator == Operator.SUB && left.type().kind() == Kind.DATE && right.type().kind() == Kind.DATE) {
			// a difference of dates is a number of days in PostgreSQL
			Sql days = new Infix(BuiltInOperator.MINUS, first, second, ValueTypes.INTEGER);
			return new Infix(BuiltInOperator.TIMES, new Cast(Literal.of("1 day"), ValueTypes.DURATION), days, result);
		}
		// types of local times are equal in any zone
		boolean together = left.type().codec().equals(right.type().codec());
		return new Infix(written(operator), together ? first : Zones.instant(first),
				together ? second : Zones.instant(second), result);
	}

	/**
	 * Binds a value so that PostgreSQL has the operator: a fraction exactly, as Django's
	 * literals are, unless the other side is a float.
	 */
	private static Sql operand(Sql side, Sql other, boolean shift) {
		if (!(side instanceof Parameter parameter)) {
			return side;
		}
		if (shift) {
			return OutputTypes.withType(parameter, ValueTypes.INTEGER).asTyped();
		}
		if (parameter.type().kind() == Kind.FLOAT && other.type().kind() != Kind.FLOAT) {
			return OutputTypes.withType(parameter, ValueTypes.DECIMAL).asTyped();
		}
		return OutputTypes.typed(parameter);
	}

}

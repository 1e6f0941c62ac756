package dev.orm.validate.rule;

import java.util.List;

import dev.orm.sql.Infix;
import dev.orm.sql.Logical;
import dev.orm.sql.Not;
import dev.orm.sql.Sql;
import dev.orm.sql.ValueTest;
import dev.orm.sql.ValueTest.Is.State;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.type.ValueTypes;

/** Writes the conditions that rules are made of. */
public final class RuleConditions {

	private RuleConditions() {
	}

	public static Sql all(List<Sql> parts) {
		return (parts.size() == 1) ? parts.get(0) : new Logical(true, parts, ValueTypes.BOOLEAN);
	}

	public static Sql all(Sql... parts) {
		return all(List.of(parts));
	}

	public static Sql any(Sql... parts) {
		return (parts.length == 1) ? parts[0] : new Logical(false, List.of(parts), ValueTypes.BOOLEAN);
	}

	public static Sql not(Sql condition) {
		return new Not(condition);
	}

	public static Sql same(Sql left, Sql right) {
		return Infix.condition(left, BuiltInOperator.EQUAL, right);
	}

	/** The values are equal, or both are NULL. */
	public static Sql identical(Sql left, Sql right) {
		return Infix.condition(left, BuiltInOperator.NOT_DISTINCT, right);
	}

	public static Sql isNull(Sql value) {
		return is(value, State.NULL);
	}

	/** A condition is false or unknown. */
	public static Sql isNotTrue(Sql condition) {
		return is(condition, State.NOT_TRUE);
	}

	/** A condition is true or unknown. */
	public static Sql isNotFalse(Sql condition) {
		return is(condition, State.NOT_FALSE);
	}

	private static Sql is(Sql value, State state) {
		return new ValueTest.Is(value, state);
	}

}

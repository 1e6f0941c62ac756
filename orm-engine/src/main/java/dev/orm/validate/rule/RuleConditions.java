package dev.orm.validate.rule;

import java.util.List;

import dev.orm.sql.Infix;
import dev.orm.sql.Logical;
import dev.orm.sql.Not;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
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
		return infix("=", left, right);
	}

	public static Sql infix(String operator, Sql left, Sql right) {
		return new Infix(operator, left, right, ValueTypes.BOOLEAN);
	}

	public static Sql isNull(Sql value) {
		return test("{} IS NULL", value);
	}

	public static Sql test(String text, Sql... parts) {
		return Template.of(text, ValueTypes.BOOLEAN, parts);
	}

}

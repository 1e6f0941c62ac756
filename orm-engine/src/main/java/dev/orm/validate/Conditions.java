package dev.orm.validate;

import java.util.List;

import dev.orm.sql.Infix;
import dev.orm.sql.Logical;
import dev.orm.sql.Not;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.type.ValueTypes;

/** Writes the conditions that rules are made of. */
final class Conditions {

	private Conditions() {
	}

	static Sql all(List<Sql> parts) {
		return (parts.size() == 1) ? parts.get(0) : new Logical(true, parts, ValueTypes.BOOLEAN);
	}

	static Sql all(Sql... parts) {
		return all(List.of(parts));
	}

	static Sql any(Sql... parts) {
		return (parts.length == 1) ? parts[0] : new Logical(false, List.of(parts), ValueTypes.BOOLEAN);
	}

	static Sql not(Sql condition) {
		return new Not(condition);
	}

	static Sql same(Sql left, Sql right) {
		return infix("=", left, right);
	}

	static Sql infix(String operator, Sql left, Sql right) {
		return new Infix(operator, left, right, ValueTypes.BOOLEAN);
	}

	static Sql isNull(Sql value) {
		return test("{} IS NULL", value);
	}

	static Sql test(String text, Sql... parts) {
		return Template.of(text, ValueTypes.BOOLEAN, parts);
	}

}

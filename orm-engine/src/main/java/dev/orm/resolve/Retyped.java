package dev.orm.resolve;

import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.type.ValueType;

/** Gives an expression another type without a trace in the text. */
final class Retyped {

	private Retyped() {
	}

	static Sql of(Sql expression, ValueType type) {
		return Template.of("{}", type, expression);
	}

}

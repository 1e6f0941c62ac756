package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;

import dev.orm.meta.FieldModel;
import dev.orm.sql.Column;
import dev.orm.sql.Logical;
import dev.orm.sql.Not;
import dev.orm.sql.Position;
import dev.orm.sql.Reference;
import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.sql.Truth;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * Builds conditions, folding what is known: Django's empty and full sets without
 * exceptions.
 */
final class Terms {

	static final Truth TRUE = new Truth(true, ValueTypes.BOOLEAN);

	static final Truth FALSE = new Truth(false, ValueTypes.BOOLEAN);

	private Terms() {
	}

	static Sql and(Sql... parts) {
		return join(true, List.of(parts));
	}

	static Sql or(Sql... parts) {
		return join(false, List.of(parts));
	}

	/**
	 * Join conditions; a part that decides alone is the answer, a neutral one is left
	 * out.
	 */
	static Sql join(boolean and, List<? extends Sql> parts) {
		List<Sql> open = new ArrayList<>();
		for (Sql part : parts) {
			if (part instanceof Truth truth) {
				if (truth.value() != and) {
					return truth;
				}
			}
			else if (part instanceof Logical logical && logical.and() == and) {
				open.addAll(logical.children());
			}
			else {
				open.add(part);
			}
		}
		if (open.isEmpty()) {
			return and ? TRUE : FALSE;
		}
		return (open.size() == 1) ? open.get(0) : new Logical(and, open, ValueTypes.BOOLEAN);
	}

	static Sql not(Sql condition) {
		if (condition instanceof Truth truth) {
			return truth.value() ? FALSE : TRUE;
		}
		return (condition instanceof Not not) ? not.condition() : new Not(condition);
	}

	static Sql isNull(Sql expression, boolean isNull) {
		return Template.of(isNull ? "{} IS NULL" : "{} IS NOT NULL", ValueTypes.BOOLEAN, expression);
	}

	static List<Sql> conjuncts(Sql condition) {
		if (condition instanceof Truth truth && truth.value()) {
			return List.of();
		}
		return (condition instanceof Logical logical && logical.and()) ? logical.children() : List.of(condition);
	}

	static boolean isFalse(Sql condition) {
		return condition instanceof Truth truth && !truth.value();
	}

	static Column column(String alias, FieldModel field) {
		boolean key = field.primaryKey() && field.model().key().size() == 1;
		return new Column(alias, field.column(), field.type(), key, field.nullable());
	}

	static List<Sql> columns(String alias, List<FieldModel> fields) {
		return fields.stream().<Sql>map((field) -> column(alias, field)).toList();
	}

	/** The place of an expression in the select list, from 1, instead of itself. */
	static Position position(int place, ValueType type) {
		return new Position(place, type);
	}

	static Reference reference(String name, Sql source) {
		return new Reference(name, source.type());
	}

}

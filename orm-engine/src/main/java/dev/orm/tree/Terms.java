package dev.orm.tree;

import java.util.ArrayList;
import java.util.List;

import dev.orm.sql.Logical;
import dev.orm.sql.Not;
import dev.orm.sql.Position;
import dev.orm.sql.Reference;
import dev.orm.sql.Sql;
import dev.orm.sql.Truth;
import dev.orm.sql.ValueTest;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/**
 * Builds conditions, folding what is known: Django's empty and full sets without
 * exceptions.
 */
public final class Terms {

	/** What holds for every row. */
	public static final Truth TRUE = new Truth(true, ValueTypes.BOOLEAN);

	/** What holds for no row. */
	public static final Truth FALSE = new Truth(false, ValueTypes.BOOLEAN);

	private Terms() {
	}

	/**
	 * Join conditions that must all hold.
	 * @param parts the conditions
	 * @return a condition
	 */
	public static Sql and(Sql... parts) {
		return join(true, List.of(parts));
	}

	/**
	 * Join conditions of which one must hold.
	 * @param parts the conditions
	 * @return a condition
	 */
	public static Sql or(Sql... parts) {
		return join(false, List.of(parts));
	}

	/**
	 * Join conditions; a part that decides alone is the answer, a neutral one is left
	 * out.
	 * @param and whether all must hold
	 * @param parts the conditions
	 * @return a condition
	 */
	public static Sql join(boolean and, List<? extends Sql> parts) {
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

	/**
	 * Negate a condition.
	 * @param condition the condition
	 * @return what holds where it is false
	 */
	public static Sql not(Sql condition) {
		if (condition instanceof Truth truth) {
			return truth.value() ? FALSE : TRUE;
		}
		return (condition instanceof Not not) ? not.condition() : new Not(condition);
	}

	/**
	 * Test for NULL.
	 * @param expression what is tested
	 * @param isNull whether NULL is asked for; else all other values are
	 * @return a condition
	 */
	public static Sql isNull(Sql expression, boolean isNull) {
		return new ValueTest.Is(expression, isNull ? ValueTest.Is.State.NULL : ValueTest.Is.State.NOT_NULL);
	}

	/**
	 * Take a condition apart.
	 * @param condition the condition
	 * @return the conditions that must all hold; none if it always does
	 */
	public static List<Sql> conjuncts(Sql condition) {
		if (condition instanceof Truth truth && truth.value()) {
			return List.of();
		}
		return (condition instanceof Logical logical && logical.and()) ? logical.children() : List.of(condition);
	}

	/**
	 * Tell whether a condition is known to hold nowhere.
	 * @param condition the condition
	 * @return true if it is
	 */
	public static boolean isFalse(Sql condition) {
		return condition instanceof Truth truth && !truth.value();
	}

	/**
	 * Refer to an expression of the select list by its place, instead of itself.
	 * @param place the place, from 1
	 * @param type its type
	 * @return a reference
	 */
	public static Position position(int place, ValueType type) {
		return new Position(place, type);
	}

	/**
	 * Refer to a named expression.
	 * @param name its name
	 * @param source the expression
	 * @return a reference
	 */
	public static Reference reference(String name, Sql source) {
		return new Reference(name, source.type());
	}

}

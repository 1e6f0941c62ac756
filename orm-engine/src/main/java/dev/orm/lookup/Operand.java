package dev.orm.lookup;

import java.util.List;

import dev.orm.function.OutputTypes;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.Sql;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/** The right side of a lookup. Immutable. */
public sealed interface Operand {

	/**
	 * Return it as an expression, for lookups of the application's own. A value is bound,
	 * never written into the text.
	 * @param type the type a value is bound with, unless the caller gave it one
	 * @return the expression
	 * @throws dev.orm.error.QueryValueException if it is null, or a list that does not
	 * fit the type
	 */
	default Sql as(ValueType type) {
		Operands.refuseNull(this);
		return OutputTypes.typed(Operands.bind(this, type));
	}

	/**
	 * A value the caller gave. Its text-deciding category is part of the plan's shape, so
	 * a lookup may look at: whether it is null, its class, whether a list is empty or has
	 * nulls only, a boolean's value and the width of an integer. Nothing else of it may
	 * choose the text.
	 *
	 * @param ordinal its place among the query's values; -1 for a constant of the plan
	 * @param value the value of the query that made the plan
	 * @param type the type the caller gave it, or null
	 */
	record Value(int ordinal, @Nullable Object value, @Nullable ValueType type) implements Operand {

	}

	/**
	 * An expression.
	 *
	 * @param sql the expression
	 */
	record Expression(Sql sql) implements Operand {

	}

	/**
	 * A subquery of one column.
	 *
	 * @param statement the query
	 * @param type the type of its column
	 * @param outer the columns of queries around it that it refers to
	 * @param empty whether it is known to have no rows
	 * @param single whether it is limited to one row
	 */
	record Subquery(SelectStatement statement, ValueType type, List<Sql> outer, boolean empty, boolean single,
			boolean nullable) implements Operand {

	}

	/**
	 * A list with expressions among its items.
	 *
	 * @param items the items
	 */
	record Items(List<Operand> items) implements Operand {

		public Items {
			items = List.copyOf(items);
		}

	}

}

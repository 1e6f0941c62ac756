package dev.orm.sql;

import dev.orm.type.ValueType;

/**
 * A value that the database makes of nothing. It is no part of a row, so that a query
 * need not group by it.
 *
 * @param source what it is
 * @param type its type
 */
public record ServerValue(Source source, ValueType type) implements Leaf {

	/** What the database makes of nothing. */
	public enum Source {

		/** When the statement began. */
		STATEMENT_TIME,
		/** When the transaction began. */
		TRANSACTION_TIME,
		/** A number between 0 and 1, another one for each row. */
		RANDOM

	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.serverValue(this);
	}

}

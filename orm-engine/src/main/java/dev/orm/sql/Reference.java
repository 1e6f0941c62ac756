package dev.orm.sql;

import dev.orm.type.ValueType;

/**
 * A named expression of the query that is being resolved, before it is decided whether it
 * is written out or taken from a subquery. Never part of a finished statement.
 *
 * @param name the name
 * @param type the type of the expression
 */
public record Reference(String name, ValueType type) implements Leaf {

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.reference(this);
	}

	@Override
	public boolean containsColumn() {
		return true;
	}

}

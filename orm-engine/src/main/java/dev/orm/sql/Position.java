package dev.orm.sql;

import dev.orm.type.ValueType;

/**
 * An expression of the select list, by its place there.
 *
 * @param place the place, from 1
 * @param type the type of the expression
 */
public record Position(int place, ValueType type) implements Leaf {

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.position(this);
	}

}

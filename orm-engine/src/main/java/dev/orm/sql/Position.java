package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * An expression of the select list, by its place there.
 *
 * @param place the place, from 1
 * @param type the type of the expression
 */
public record Position(int place, ValueType type) implements Sql {

	@Override
	public List<Sql> children() {
		return List.of();
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return this;
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.position(this);
	}

}

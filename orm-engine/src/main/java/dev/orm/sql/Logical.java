package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * Conditions joined by AND or OR, two or more. Use {@link Truth} where there are fewer.
 *
 * @param and whether all must hold
 * @param children the conditions
 * @param type the boolean type
 */
public record Logical(boolean and, List<Sql> children, ValueType type) implements Sql {

	public Logical {
		children = List.copyOf(children);
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new Logical(this.and, children, this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.logical(this);
	}

}

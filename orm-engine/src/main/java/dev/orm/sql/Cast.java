package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * A cast: {@code (expression)::type}.
 *
 * @param expression what is cast
 * @param type the type it is cast to
 */
public record Cast(Sql expression, ValueType type) implements Sql {

	@Override
	public List<Sql> children() {
		return List.of(this.expression);
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new Cast(children.get(0), this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.cast(this);
	}

	@Override
	public boolean nullable() {
		return this.expression.nullable();
	}

}

package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * NOT.
 *
 * @param condition the condition
 */
public record Not(Sql condition) implements Sql {

	@Override
	public ValueType type() {
		return this.condition.type();
	}

	@Override
	public List<Sql> children() {
		return List.of(this.condition);
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new Not(children.get(0));
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.not(this);
	}

}

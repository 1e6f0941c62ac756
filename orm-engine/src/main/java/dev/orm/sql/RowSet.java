package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * A function that answers several rows, so that a row that selects it becomes as many.
 * Django's {@code set_returning}.
 *
 * @param expression the call
 */
public record RowSet(Sql expression) implements Sql {

	@Override
	public ValueType type() {
		return this.expression.type();
	}

	@Override
	public List<Sql> children() {
		return List.of(this.expression);
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new RowSet(children.get(0));
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.rowSet(this);
	}

	@Override
	public boolean containsRowSet() {
		return true;
	}

}

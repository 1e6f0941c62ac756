package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * A term of an ordering.
 *
 * @param expression what to order by
 * @param descending whether the largest comes first
 * @param nulls {@code " NULLS FIRST"}, {@code " NULLS LAST"} or empty
 */
public record SortTerm(Sql expression, boolean descending, String nulls) implements Sql {

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
		return new SortTerm(children.get(0), this.descending, this.nulls);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.sortTerm(this);
	}

}

package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * EXISTS.
 *
 * @param statement the query
 * @param outer the columns of queries around it that it refers to
 * @param multiValued whether such a column may belong to several rows of the query around
 * @param type the boolean type
 */
public record Exists(SelectStatement statement, List<Sql> outer, boolean multiValued, ValueType type) implements Leaf {

	public Exists {
		outer = List.copyOf(outer);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.exists(this);
	}

	@Override
	public boolean containsSubquery() {
		return true;
	}

	@Override
	public boolean nullable() {
		return false;
	}

}

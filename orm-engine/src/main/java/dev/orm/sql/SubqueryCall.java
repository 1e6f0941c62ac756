package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * A query in parentheses.
 *
 * @param statement the query
 * @param prefix what stands before the parenthesis, such as {@code ARRAY}; empty for none
 * @param outer the columns of queries around it that it refers to
 * @param multiValued whether such a column may belong to several rows of the query around
 * @param type the type of its column
 */
public record SubqueryCall(SelectStatement statement, String prefix, List<Sql> outer, boolean multiValued,
		ValueType type) implements Leaf {

	public SubqueryCall {
		outer = List.copyOf(outer);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.subquery(this);
	}

	@Override
	public boolean containsSubquery() {
		return true;
	}

}

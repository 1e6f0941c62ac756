package dev.orm.sql;

import java.util.List;

/** An expression with none inside. A query in it is a statement of its own. */
public sealed interface Leaf extends Sql
		permits Column, Column.All, Parameter, Literal, ServerValue, SubqueryCall, Truth, Position, Reference {

	@Override
	default List<Sql> children() {
		return List.of();
	}

	@Override
	default Sql withChildren(List<Sql> children) {
		return this;
	}

}

package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * A term of an ordering.
 *
 * @param expression what to order by
 * @param descending whether the largest comes first
 * @param nulls where NULLs go
 */
public record SortTerm(Sql expression, boolean descending, Nulls nulls) implements Sql {

	/** Where NULLs go. */
	public enum Nulls {

		/** Where the database puts them: behind all others, if the largest comes last. */
		DEFAULT,
		/** Before all others. */
		FIRST,
		/** Behind all others. */
		LAST

	}

	/**
	 * Order by an expression, the smallest first.
	 * @param expression the expression
	 * @return a term
	 */
	public static SortTerm ascending(Sql expression) {
		return new SortTerm(expression, false, Nulls.DEFAULT);
	}

	/**
	 * Order by an expression, the largest first.
	 * @param expression the expression
	 * @return a term
	 */
	public static SortTerm descending(Sql expression) {
		return new SortTerm(expression, true, Nulls.DEFAULT);
	}

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

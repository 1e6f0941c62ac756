package dev.orm.expression;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Nulls;
import dev.orm.expression.node.OrderedPath;

/**
 * A term of an ordering. Immutable.
 *
 * @param <R> the root model
 * @param expression what to order by
 * @param descending whether the largest comes first
 * @param nulls where NULLs go
 * @param named whether the expression is a name of the queryset: a relation among these
 * stands for the ordering of its model
 */
public record OrderBy<R>(Node expression, boolean descending, Nulls nulls, boolean named) implements Orderable<R> {

	/**
	 * Order by an expression.
	 * @param expression what to order by
	 * @param descending whether the largest comes first
	 * @param nulls where NULLs go
	 */
	public OrderBy(Node expression, boolean descending, Nulls nulls) {
		this(expression, descending, nulls, false);
	}

	/**
	 * Order by a name, to mix names with expressions. It means what it means in
	 * {@code orderBy("…")}.
	 * @param <R> the root model
	 * @param term a path or the name of an annotation, a leading minus for descending,
	 * {@code ?} for random
	 * @return a term
	 */
	public static <R> OrderBy<R> named(String term) {
		OrderedPath ordered = OrderedPath.of(term);
		return new OrderBy<>(new Atom.Field(ordered.path()), ordered.descending(), Nulls.DEFAULT, true);
	}

	/**
	 * Put NULLs first.
	 * @return a copy
	 */
	public OrderBy<R> nullsFirst() {
		return new OrderBy<>(this.expression, this.descending, Nulls.FIRST);
	}

	/**
	 * Put NULLs last.
	 * @return a copy
	 */
	public OrderBy<R> nullsLast() {
		return new OrderBy<>(this.expression, this.descending, Nulls.LAST);
	}

	@Override
	public OrderBy<R> orderTerm() {
		return this;
	}

	/**
	 * Return the term as a node.
	 * @return the node
	 */
	public Clause.Ordering node() {
		return new Clause.Ordering(this.expression, this.descending, this.nulls, this.named);
	}

}

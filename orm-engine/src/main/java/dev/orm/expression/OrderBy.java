package dev.orm.expression;

/**
 * A term of an ordering. Immutable.
 *
 * @param <R> the root model
 * @param expression what to order by
 * @param descending whether the largest comes first
 * @param nulls where NULLs go
 */
public record OrderBy<R>(Node expression, boolean descending, Nulls nulls) {

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

	/**
	 * Return the term as a node.
	 * @return the node
	 */
	public Node node() {
		return new Nodes.Ordering(this.expression, this.descending, this.nulls);
	}

}

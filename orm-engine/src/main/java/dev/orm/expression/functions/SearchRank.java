package dev.orm.expression.functions;

import java.util.List;

import dev.orm.expression.NumberExpression;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;

/**
 * How well a document matches a query. Immutable; each method returns a changed copy.
 * Django's {@code SearchRank}.
 *
 * @param <R> the root model
 * @param call the call
 */
public record SearchRank<R>(Computation.Function call) implements NumberExpression<R, Double> {

	/**
	 * Say how much words of each weight count, from 0 to 1. PostgreSQL's own are 0.1,
	 * 0.2, 0.4 and 1.
	 * @param d words of weight D, which all have that were given none
	 * @param c words of weight C
	 * @param b words of weight B
	 * @param a words of weight A
	 * @return a copy
	 */
	public SearchRank<R> weights(double d, double c, double b, double a) {
		return new SearchRank<>(Calls.with(this.call, "weights", List.of(d, c, b, a)));
	}

	/**
	 * Take the length of the document into account.
	 * @param flags PostgreSQL's bits, such as 2 to divide by the length
	 * @return a copy
	 */
	public SearchRank<R> normalization(int flags) {
		return new SearchRank<>(Calls.with(this.call, "normalization", flags));
	}

	/**
	 * Count how near the words stand to each other: {@code ts_rank_cd}.
	 * @return a copy
	 */
	public SearchRank<R> coverDensity() {
		return new SearchRank<>(Calls.with(this.call, "cover_density", true));
	}

	@Override
	public Node node() {
		return this.call;
	}

}

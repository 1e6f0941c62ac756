package dev.orm.expression.functions;

import java.util.List;

import dev.orm.expression.AggregateExpression;
import dev.orm.expression.Expression;

/**
 * Aggregates over pairs of values, to be imported statically; the dependent value comes
 * first. Django's {@code contrib.postgres.aggregates}.
 */
public class Statistics extends DateFunctions {

	/** There are no instances: a class further down hands on these functions. */
	protected Statistics() {
	}

	/**
	 * Take the coefficient of correlation.
	 * @param <R> the root model
	 * @param y the dependent values
	 * @param x the independent values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Double> corr(Expression<R, ?> y, Expression<R, ?> x) {
		return pair("Corr", y, x);
	}

	/**
	 * Take the covariance of the population.
	 * @param <R> the root model
	 * @param y the dependent values
	 * @param x the independent values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Double> covarPop(Expression<R, ?> y, Expression<R, ?> x) {
		return pair("CovarPop", y, x);
	}

	/**
	 * Take the slope of the line of least squares.
	 * @param <R> the root model
	 * @param y the dependent values
	 * @param x the independent values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Double> regrSlope(Expression<R, ?> y, Expression<R, ?> x) {
		return pair("RegrSlope", y, x);
	}

	/**
	 * Take where the line of least squares meets the axis.
	 * @param <R> the root model
	 * @param y the dependent values
	 * @param x the independent values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Double> regrIntercept(Expression<R, ?> y, Expression<R, ?> x) {
		return pair("RegrIntercept", y, x);
	}

	/**
	 * Average the independent values of complete pairs.
	 * @param <R> the root model
	 * @param y the dependent values
	 * @param x the independent values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Double> regrAvgX(Expression<R, ?> y, Expression<R, ?> x) {
		return pair("RegrAvgX", y, x);
	}

	/**
	 * Average the dependent values of complete pairs.
	 * @param <R> the root model
	 * @param y the dependent values
	 * @param x the independent values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Double> regrAvgY(Expression<R, ?> y, Expression<R, ?> x) {
		return pair("RegrAvgY", y, x);
	}

	/**
	 * Take the square of the coefficient of correlation.
	 * @param <R> the root model
	 * @param y the dependent values
	 * @param x the independent values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Double> regrR2(Expression<R, ?> y, Expression<R, ?> x) {
		return pair("RegrR2", y, x);
	}

	/**
	 * Take the sum of squares of the independent values.
	 * @param <R> the root model
	 * @param y the dependent values
	 * @param x the independent values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Double> regrSxx(Expression<R, ?> y, Expression<R, ?> x) {
		return pair("RegrSXX", y, x);
	}

	/**
	 * Take the sum of products of both.
	 * @param <R> the root model
	 * @param y the dependent values
	 * @param x the independent values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Double> regrSxy(Expression<R, ?> y, Expression<R, ?> x) {
		return pair("RegrSXY", y, x);
	}

	/**
	 * Take the sum of squares of the dependent values.
	 * @param <R> the root model
	 * @param y the dependent values
	 * @param x the independent values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Double> regrSyy(Expression<R, ?> y, Expression<R, ?> x) {
		return pair("RegrSYY", y, x);
	}

	/**
	 * Take the covariance of a sample.
	 * @param <R> the root model
	 * @param y the dependent values
	 * @param x the independent values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Double> covarSample(Expression<R, ?> y, Expression<R, ?> x) {
		return Statistics.<R, Double>pair("CovarPop", y, x).option("sample", true);
	}

	/**
	 * Count the pairs without NULL.
	 * @param <R> the root model
	 * @param y the dependent values
	 * @param x the independent values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Long> regrCount(Expression<R, ?> y, Expression<R, ?> x) {
		return pair("RegrCount", y, x);
	}

	private static <R, T> AggregateExpression<R, T> pair(String name, Expression<R, ?> y, Expression<R, ?> x) {
		return AggregateExpression.of(name, List.of(y.node(), x.node()));
	}

}

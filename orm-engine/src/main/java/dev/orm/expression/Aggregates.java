package dev.orm.expression;

import java.util.List;
import java.util.Map;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates, to be imported statically. All but {@code count} answer NULL for no rows,
 * unless {@link AggregateExpression#orDefault} says otherwise. Django's
 * {@code db.models.aggregates} and {@code contrib.postgres.aggregates}; the statistics of
 * pairs are in {@code functions.Statistics}.
 */
public class Aggregates extends Expressions {

	private static final Map<String, Object> KEEP_CLASS = Map.of("keep_class", true);

	private static final Map<String, Object> SAMPLE = Map.of("sample", true);

	/** There are no instances: a class further down hands on these functions. */
	protected Aggregates() {
	}

	/**
	 * Call an aggregate by its registered name, one of the application's own included.
	 * @param <R> the root model
	 * @param <T> the Java class of its value
	 * @param name the name its factory knows
	 * @param arguments values or expressions
	 * @return an aggregate
	 */
	public static <R, T> AggregateExpression<R, T> aggregate(String name, @Nullable Object... arguments) {
		return AggregateExpression.of(name, Nodes.all(arguments));
	}

	/**
	 * Count all rows: {@code COUNT(*)}.
	 * @param <R> the root model
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Long> count() {
		return of("Count", Map.of(), new Atom.Star());
	}

	/**
	 * Count the values that are not NULL; 0 for no rows. For a relation, the related
	 * rows.
	 * @param <R> the root model
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Long> count(Expression<R, ?> expression) {
		return of("Count", Map.of(), expression.node());
	}

	/**
	 * Count the values that are not NULL; 0 for no rows.
	 * @param path the values, segments joined by two underscores
	 * @return an aggregate
	 */
	public static AggregateExpression<Model, Long> count(String path) {
		return of("Count", Map.of(), new Atom.Field(path));
	}

	/**
	 * Count different values.
	 * @param <R> the root model
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Long> countDistinct(Expression<R, ?> expression) {
		return count(expression).distinct();
	}

	/**
	 * Count different values.
	 * @param path the values, segments joined by two underscores
	 * @return an aggregate
	 */
	public static AggregateExpression<Model, Long> countDistinct(String path) {
		return count(path).distinct();
	}

	/**
	 * Add up the values; whole numbers stay of their class, see
	 * {@link #sum(Expression, Class)} for a wider one.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R, T> AggregateExpression<R, T> sum(Expression<R, T> expression) {
		return of("Sum", KEEP_CLASS, expression.node());
	}

	/**
	 * Add up the values, as a class.
	 * @param <R> the root model
	 * @param <V> the class
	 * @param expression the values
	 * @param type {@code Long}, {@code Double}, {@code BigDecimal} or {@code Duration}
	 * @return an aggregate
	 */
	public static <R, V> AggregateExpression<R, V> sum(Expression<R, ?> expression, Class<V> type) {
		return of("Sum", Map.of(), type, expression.node());
	}

	/**
	 * Add up the values. Of whole numbers a {@code Long}.
	 * @param path the values, segments joined by two underscores
	 * @return an aggregate
	 */
	public static AggregateExpression<Model, Object> sum(String path) {
		return of("Sum", Map.of(), new Atom.Field(path));
	}

	/**
	 * Average the values; of whole numbers ask for a class by
	 * {@link #avg(Expression, Class)}.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R, T> AggregateExpression<R, T> avg(Expression<R, T> expression) {
		return of("Avg", KEEP_CLASS, expression.node());
	}

	/**
	 * Average the values, as a class.
	 * @param <R> the root model
	 * @param <V> the class
	 * @param expression the values
	 * @param type {@code Long}, {@code Double}, {@code BigDecimal} or {@code Duration}
	 * @return an aggregate
	 */
	public static <R, V> AggregateExpression<R, V> avg(Expression<R, ?> expression, Class<V> type) {
		return of("Avg", Map.of(), type, expression.node());
	}

	/**
	 * Average the values. Of whole numbers a {@code Double}.
	 * @param path the values, segments joined by two underscores
	 * @return an aggregate
	 */
	public static AggregateExpression<Model, Object> avg(String path) {
		return of("Avg", Map.of(), new Atom.Field(path));
	}

	/**
	 * Take the smallest value.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R, T> AggregateExpression<R, T> min(Expression<R, T> expression) {
		return of("Min", Map.of(), expression.node());
	}

	/**
	 * Take the smallest value.
	 * @param path the values, segments joined by two underscores
	 * @return an aggregate
	 */
	public static AggregateExpression<Model, Object> min(String path) {
		return of("Min", Map.of(), new Atom.Field(path));
	}

	/**
	 * Take the largest value.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R, T> AggregateExpression<R, T> max(Expression<R, T> expression) {
		return of("Max", Map.of(), expression.node());
	}

	/**
	 * Take the largest value.
	 * @param path the values, segments joined by two underscores
	 * @return an aggregate
	 */
	public static AggregateExpression<Model, Object> max(String path) {
		return of("Max", Map.of(), new Atom.Field(path));
	}

	/**
	 * Take some value. PostgreSQL 16.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R, T> AggregateExpression<R, T> anyValue(Expression<R, T> expression) {
		return of("AnyValue", Map.of(), expression.node());
	}

	/**
	 * Combine all values by bitwise and.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R, T> AggregateExpression<R, T> bitAnd(Expression<R, T> expression) {
		return of("BitAnd", Map.of(), expression.node());
	}

	/**
	 * Combine all values by bitwise or.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R, T> AggregateExpression<R, T> bitOr(Expression<R, T> expression) {
		return of("BitOr", Map.of(), expression.node());
	}

	/**
	 * Combine all values by bitwise exclusive or.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R, T> AggregateExpression<R, T> bitXor(Expression<R, T> expression) {
		return of("BitXor", Map.of(), expression.node());
	}

	/**
	 * Take the standard deviation of the population.
	 * @param <R> the root model
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Double> stdDev(Expression<R, ?> expression) {
		return of("StdDev", Map.of(), Double.class, expression.node());
	}

	/**
	 * Take the standard deviation of a sample.
	 * @param <R> the root model
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Double> stdDevSample(Expression<R, ?> expression) {
		return of("StdDev", SAMPLE, Double.class, expression.node());
	}

	/**
	 * Take the variance of the population.
	 * @param <R> the root model
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Double> variance(Expression<R, ?> expression) {
		return of("Variance", Map.of(), Double.class, expression.node());
	}

	/**
	 * Take the variance of a sample.
	 * @param <R> the root model
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Double> varianceSample(Expression<R, ?> expression) {
		return of("Variance", SAMPLE, Double.class, expression.node());
	}

	/**
	 * Join texts.
	 * @param <R> the root model
	 * @param expression the values
	 * @param delimiter what stands between two
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, String> stringAgg(Expression<R, String> expression, String delimiter) {
		return of("StringAgg", Map.of(), expression.node(), Nodes.of(delimiter));
	}

	/**
	 * Collect the values, NULLs included; NULL for no rows.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R, T> AggregateExpression<R, List<T>> arrayAgg(Expression<R, T> expression) {
		return of("ArrayAgg", Map.of(), expression.node());
	}

	/**
	 * Collect the values in a JSON array; NULL for no rows.
	 * @param <R> the root model
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Object> jsonbAgg(Expression<R, ?> expression) {
		return of("JSONBAgg", Map.of(), expression.node());
	}

	/**
	 * Tell whether all values are true.
	 * @param <R> the root model
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Boolean> boolAnd(Expression<R, Boolean> expression) {
		return of("BoolAnd", Map.of(), expression.node());
	}

	/**
	 * Tell whether any value is true.
	 * @param <R> the root model
	 * @param expression the values
	 * @return an aggregate
	 */
	public static <R> AggregateExpression<R, Boolean> boolOr(Expression<R, Boolean> expression) {
		return of("BoolOr", Map.of(), expression.node());
	}

	private static <R, T> AggregateExpression<R, T> of(String name, Map<String, Object> options, Node... arguments) {
		return AggregateExpression.of(name, List.of(arguments), options, null);
	}

	private static <R, T> AggregateExpression<R, T> of(String name, Map<String, Object> options, Class<T> type,
			Node argument) {
		return AggregateExpression.of(name, List.of(argument), options, ResultTypes.of(type));
	}

}

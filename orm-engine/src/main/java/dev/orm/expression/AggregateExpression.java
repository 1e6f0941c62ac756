package dev.orm.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate: one value for all rows of a group. Immutable; each method returns a
 * changed copy.
 *
 * @param <R> the root model
 * @param <T> the Java class of its value
 */
public final class AggregateExpression<R, T> implements NumberExpression<R, T> {

	private final Computation.Aggregate aggregate;

	private AggregateExpression(Computation.Aggregate aggregate) {
		this.aggregate = aggregate;
	}

	/**
	 * Call an aggregate by name, one of the application's own included.
	 * @param <R> the root model
	 * @param <T> the Java class of its value
	 * @param name the Django name
	 * @param arguments the arguments
	 * @return an aggregate
	 */
	public static <R, T> AggregateExpression<R, T> of(String name, List<Node> arguments) {
		return of(name, arguments, Map.of(), null);
	}

	static <R, T> AggregateExpression<R, T> of(String name, List<Node> arguments, Map<String, Object> options,
			@Nullable ValueType type) {
		return new AggregateExpression<>(
				new Computation.Aggregate(name, arguments, false, null, List.of(), null, options, type));
	}

	@Override
	public Node node() {
		return this.aggregate;
	}

	/**
	 * Give the aggregate Django's default name: that of the field it is over, two
	 * underscores and its own in lower case, such as {@code price__avg}.
	 * @return an annotation
	 * @throws dev.orm.error.IllegalQueryException if it is over anything but one field,
	 * or has a filter or an ordering
	 */
	public Annotation<R, T> named() {
		return new Annotation<>(this.aggregate.defaultName(), this.aggregate);
	}

	/**
	 * Count equal values once.
	 * @return a copy
	 */
	public AggregateExpression<R, T> distinct() {
		return copy(true, this.aggregate.filter(), this.aggregate.orderBy(), this.aggregate.defaultValue());
	}

	/**
	 * Count only some rows: {@code FILTER (WHERE …)}. Several filters must all hold.
	 * @param <S> the root model, where the aggregate leaves it open
	 * @param condition which rows
	 * @return a copy
	 */
	public <S extends R> AggregateExpression<S, T> filter(Condition<? super S> condition) {
		Node before = this.aggregate.filter();
		Node both = (before == null) ? condition.node()
				: new Predicate.Junction(Connector.AND, List.of(before, condition.node()));
		return copy(this.aggregate.distinct(), both, this.aggregate.orderBy(), this.aggregate.defaultValue());
	}

	/**
	 * Say what the value of no rows is, instead of NULL. Django's {@code default}.
	 * @param value a value or an expression
	 * @return a copy
	 */
	public AggregateExpression<R, T> orDefault(Object value) {
		return copy(this.aggregate.distinct(), this.aggregate.filter(), this.aggregate.orderBy(), Nodes.of(value));
	}

	/**
	 * Order the values inside; for aggregates that keep them, such as {@code stringAgg}.
	 * @param <S> the root model, where the aggregate leaves it open
	 * @param terms the ordering; an expression orders by its smallest value first
	 * @return a copy
	 */
	@SafeVarargs
	public final <S extends R> AggregateExpression<S, T> orderBy(Orderable<? super S>... terms) {
		return ordered(Nodes.ordering(terms));
	}

	/**
	 * Order the values inside; for aggregates that keep them, such as {@code stringAgg}.
	 * @param terms paths, a leading minus for descending
	 * @return a copy
	 */
	public AggregateExpression<R, T> orderBy(String... terms) {
		return ordered(Nodes.ordering(terms));
	}

	private <S> AggregateExpression<S, T> ordered(List<Node> terms) {
		return copy(this.aggregate.distinct(), this.aggregate.filter(), terms, this.aggregate.defaultValue());
	}

	/**
	 * Say what its value is. Django's {@code output_field}.
	 * @param type the output type
	 * @return a copy
	 */
	public AggregateExpression<R, T> typed(ValueType type) {
		return new AggregateExpression<>(new Computation.Aggregate(this.aggregate.name(), this.aggregate.arguments(),
				this.aggregate.distinct(), this.aggregate.filter(), this.aggregate.orderBy(),
				this.aggregate.defaultValue(), this.aggregate.options(), type));
	}

	/**
	 * Set an option of an aggregate of the application's own.
	 * @param name the option
	 * @param value a constant with value equality; it becomes part of the SQL text's key
	 * @return a copy
	 */
	public AggregateExpression<R, T> option(String name, Object value) {
		Map<String, Object> options = new HashMap<>(this.aggregate.options());
		options.put(name, value);
		return new AggregateExpression<>(new Computation.Aggregate(this.aggregate.name(), this.aggregate.arguments(),
				this.aggregate.distinct(), this.aggregate.filter(), this.aggregate.orderBy(),
				this.aggregate.defaultValue(), options, this.aggregate.type()));
	}

	private <S> AggregateExpression<S, T> copy(boolean distinct, @Nullable Node filter, List<Node> orderBy,
			@Nullable Node defaultValue) {
		return new AggregateExpression<>(new Computation.Aggregate(this.aggregate.name(), this.aggregate.arguments(),
				distinct, filter, orderBy, defaultValue, this.aggregate.options(), this.aggregate.type()));
	}

}

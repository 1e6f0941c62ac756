package dev.orm.expression;

import java.util.List;

import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;

/**
 * A condition on the rows of a root model. Immutable.
 *
 * @param <R> the root model the condition belongs to
 */
public interface Condition<R> extends Expression<R, Boolean>, ComparedTo<R, Boolean> {

	/**
	 * Wrap a node.
	 * @param <R> the root model
	 * @param node a node that answers true, false or NULL
	 * @return a condition
	 */
	static <R> Condition<R> of(Node node) {
		return new NodeCondition<>(node);
	}

	/**
	 * Require another condition too.
	 * @param <S> the root model of both
	 * @param other the other condition
	 * @return a condition
	 */
	default <S extends R> Condition<S> and(Condition<? super S> other) {
		return of(new Predicate.Junction(Connector.AND, List.of(node(), other.node())));
	}

	/**
	 * Accept another condition instead.
	 * @param <S> the root model of both
	 * @param other the other condition
	 * @return a condition
	 */
	default <S extends R> Condition<S> or(Condition<? super S> other) {
		return of(new Predicate.Junction(Connector.OR, List.of(node(), other.node())));
	}

	/**
	 * Require that this or another condition holds, but not both; in a chain an odd
	 * number of them.
	 * @param <S> the root model of both
	 * @param other the other condition
	 * @return a condition
	 */
	default <S extends R> Condition<S> xor(Condition<? super S> other) {
		return of(new Predicate.Junction(Connector.XOR, List.of(node(), other.node())));
	}

	/**
	 * Require the opposite, as {@code exclude} does.
	 * @return a condition
	 */
	default Condition<R> not() {
		return of((node() instanceof Predicate.Negation negation) ? negation.part() : new Predicate.Negation(node()));
	}

}

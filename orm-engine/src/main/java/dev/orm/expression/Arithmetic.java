package dev.orm.expression;

import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Operator;

/**
 * What can be calculated with: a number, or a date that durations move. The result type
 * of an operator follows Django's table of combinations. Immutable.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public interface Arithmetic<R, T> extends Expression<R, T> {

	/**
	 * Add a value.
	 * @param value a value or an expression
	 * @return an expression
	 */
	default NumberExpression<R, T> plus(Object value) {
		return NumberExpression.of(new Computation.Arithmetic(Operator.ADD, node(), Nodes.of(value), null));
	}

	/**
	 * Subtract a value.
	 * @param value a value or an expression
	 * @return an expression
	 */
	default NumberExpression<R, T> minus(Object value) {
		return NumberExpression.of(new Computation.Arithmetic(Operator.SUB, node(), Nodes.of(value), null));
	}

	/**
	 * Multiply by a value.
	 * @param value a value or an expression
	 * @return an expression
	 */
	default NumberExpression<R, T> times(Object value) {
		return NumberExpression.of(new Computation.Arithmetic(Operator.MUL, node(), Nodes.of(value), null));
	}

	/**
	 * Divide by a value.
	 * @param value a value or an expression
	 * @return an expression
	 */
	default NumberExpression<R, T> dividedBy(Object value) {
		return NumberExpression.of(new Computation.Arithmetic(Operator.DIV, node(), Nodes.of(value), null));
	}

	/**
	 * Take the remainder of a division by a value.
	 * @param value a value or an expression
	 * @return an expression
	 */
	default NumberExpression<R, T> mod(Object value) {
		return NumberExpression.of(new Computation.Arithmetic(Operator.MOD, node(), Nodes.of(value), null));
	}

	/**
	 * Raise to the power of a value.
	 * @param value a value or an expression
	 * @return an expression
	 */
	default NumberExpression<R, T> power(Object value) {
		return NumberExpression.of(new Computation.Arithmetic(Operator.POW, node(), Nodes.of(value), null));
	}

	/**
	 * Combine by bitwise and with a value.
	 * @param value a value or an expression
	 * @return an expression
	 */
	default NumberExpression<R, T> bitAnd(Object value) {
		return NumberExpression.of(new Computation.Arithmetic(Operator.BITAND, node(), Nodes.of(value), null));
	}

	/**
	 * Combine by bitwise or with a value.
	 * @param value a value or an expression
	 * @return an expression
	 */
	default NumberExpression<R, T> bitOr(Object value) {
		return NumberExpression.of(new Computation.Arithmetic(Operator.BITOR, node(), Nodes.of(value), null));
	}

	/**
	 * Combine by bitwise exclusive or with a value.
	 * @param value a value or an expression
	 * @return an expression
	 */
	default NumberExpression<R, T> bitXor(Object value) {
		return NumberExpression.of(new Computation.Arithmetic(Operator.BITXOR, node(), Nodes.of(value), null));
	}

	/**
	 * Move the bits left by a value.
	 * @param value a value or an expression
	 * @return an expression
	 */
	default NumberExpression<R, T> shiftLeft(Object value) {
		return NumberExpression.of(new Computation.Arithmetic(Operator.BITLEFTSHIFT, node(), Nodes.of(value), null));
	}

	/**
	 * Move the bits right by a value.
	 * @param value a value or an expression
	 * @return an expression
	 */
	default NumberExpression<R, T> shiftRight(Object value) {
		return NumberExpression.of(new Computation.Arithmetic(Operator.BITRIGHTSHIFT, node(), Nodes.of(value), null));
	}

	/**
	 * Change the sign.
	 * @return an expression
	 */
	default NumberExpression<R, T> negate() {
		return times(-1);
	}

}

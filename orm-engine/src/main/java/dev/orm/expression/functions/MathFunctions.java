package dev.orm.expression.functions;

import java.util.List;
import java.util.Map;

import dev.orm.expression.Expression;
import dev.orm.expression.Functions;
import dev.orm.expression.NumberExpression;
import dev.orm.expression.node.Computation;
import dev.orm.type.ValueTypes;

/**
 * Functions on numbers, to be imported statically. Django's
 * {@code db.models.functions.math}.
 */
public class MathFunctions extends Functions {

	/** There are no instances: a class further down hands on these functions. */
	protected MathFunctions() {
	}

	/**
	 * Take it without its sign.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> abs(Expression<R, T> expression) {
		return Calls.number("Abs", expression);
	}

	/**
	 * Round up to a whole number.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> ceil(Expression<R, T> expression) {
		return Calls.number("Ceil", expression);
	}

	/**
	 * Round down to a whole number.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> floor(Expression<R, T> expression) {
		return Calls.number("Floor", expression);
	}

	/**
	 * Take its sign: -1, 0 or 1.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> sign(Expression<R, T> expression) {
		return Calls.number("Sign", expression);
	}

	/**
	 * Round to a whole number.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> round(Expression<R, T> expression) {
		return Calls.number("Round", expression);
	}

	/**
	 * Round to digits after the point.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the expression
	 * @param precision how many; negative for digits before it
	 * @return an expression
	 */
	public static <R, T> NumberExpression<R, T> round(Expression<R, T> expression, int precision) {
		return NumberExpression.of(Calls.node("Round", Map.of("precision", precision), expression));
	}

	/**
	 * Take the arc cosine.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> acos(Expression<R, ?> expression) {
		return real("ACos", expression);
	}

	/**
	 * Take the arc sine.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> asin(Expression<R, ?> expression) {
		return real("ASin", expression);
	}

	/**
	 * Take the arc tangent.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> atan(Expression<R, ?> expression) {
		return real("ATan", expression);
	}

	/**
	 * Take the cosine.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> cos(Expression<R, ?> expression) {
		return real("Cos", expression);
	}

	/**
	 * Take the cotangent.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> cot(Expression<R, ?> expression) {
		return real("Cot", expression);
	}

	/**
	 * Turn radians into degrees.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> degrees(Expression<R, ?> expression) {
		return real("Degrees", expression);
	}

	/**
	 * Raise e to its power.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> exp(Expression<R, ?> expression) {
		return real("Exp", expression);
	}

	/**
	 * Take the natural logarithm.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> ln(Expression<R, ?> expression) {
		return real("Ln", expression);
	}

	/**
	 * Turn degrees into radians.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> radians(Expression<R, ?> expression) {
		return real("Radians", expression);
	}

	/**
	 * Take the sine.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> sin(Expression<R, ?> expression) {
		return real("Sin", expression);
	}

	/**
	 * Take the square root.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> sqrt(Expression<R, ?> expression) {
		return real("Sqrt", expression);
	}

	/**
	 * Take the tangent.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> tan(Expression<R, ?> expression) {
		return real("Tan", expression);
	}

	/**
	 * Take the angle of a point.
	 * @param <R> the root model
	 * @param y the first coordinate
	 * @param x the second coordinate
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> atan2(Expression<R, ?> y, Object x) {
		return real("ATan2", y, x);
	}

	/**
	 * Take the logarithm to a base.
	 * @param <R> the root model
	 * @param base the base
	 * @param number a value or an expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> log(Expression<R, ?> base, Object number) {
		return real("Log", base, number);
	}

	/**
	 * Raise to a power.
	 * @param <R> the root model
	 * @param base the base
	 * @param exponent a value or an expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> power(Expression<R, ?> base, Object exponent) {
		return real("Power", base, exponent);
	}

	/**
	 * Take the remainder of a division.
	 * @param <R> the root model
	 * @param number the number
	 * @param divisor a value or an expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> mod(Expression<R, ?> number, Object divisor) {
		return real("Mod", number, divisor);
	}

	/**
	 * Take the number pi.
	 * @param <R> the root model
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> pi() {
		return NumberExpression.of(new Computation.Function("Pi", List.of(), Map.of(), null));
	}

	/**
	 * Take a random number from 0 up to 1, for each row.
	 * @param <R> the root model
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> random() {
		return NumberExpression.of(new Computation.Function("Random", List.of(), Map.of(), null));
	}

	private static <R> NumberExpression<R, Double> real(String name, Expression<R, ?> first, Object... others) {
		Computation.Function call = Calls.node(name, Map.of(), first, others);
		return NumberExpression
			.of(new Computation.Function(call.name(), call.arguments(), call.options(), ValueTypes.FLOAT));
	}

}

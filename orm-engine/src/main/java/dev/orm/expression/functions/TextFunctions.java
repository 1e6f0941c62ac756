package dev.orm.expression.functions;

import java.util.Map;

import dev.orm.expression.Expression;
import dev.orm.expression.Nodes;
import dev.orm.expression.NumberExpression;
import dev.orm.expression.StringExpression;
import dev.orm.expression.node.Computation;
import dev.orm.type.ValueTypes;

/**
 * Functions on texts, to be imported statically. Where a value may stand, an expression
 * may too. Django's {@code db.models.functions.text}.
 */
public class TextFunctions extends MathFunctions {

	/** There are no instances: a class further down hands on these functions. */
	protected TextFunctions() {
	}

	/**
	 * Turn into lower case.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> StringExpression<R> lower(Expression<R, String> expression) {
		return text("Lower", expression);
	}

	/**
	 * Turn into upper case.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> StringExpression<R> upper(Expression<R, String> expression) {
		return text("Upper", expression);
	}

	/**
	 * Cut blanks off both ends.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> StringExpression<R> trim(Expression<R, String> expression) {
		return text("Trim", expression);
	}

	/**
	 * Cut blanks off the start.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> StringExpression<R> ltrim(Expression<R, String> expression) {
		return text("LTrim", expression);
	}

	/**
	 * Cut blanks off the end.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> StringExpression<R> rtrim(Expression<R, String> expression) {
		return text("RTrim", expression);
	}

	/**
	 * Turn the characters round.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> StringExpression<R> reverse(Expression<R, String> expression) {
		return text("Reverse", expression);
	}

	/**
	 * Hash by MD5, in hexadecimal digits.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> StringExpression<R> md5(Expression<R, String> expression) {
		return text("MD5", expression);
	}

	/**
	 * Hash by SHA-1, in hexadecimal digits. Needs the extension pgcrypto.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> StringExpression<R> sha1(Expression<R, String> expression) {
		return text("SHA1", expression);
	}

	/**
	 * Hash by SHA-224, in hexadecimal digits.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> StringExpression<R> sha224(Expression<R, String> expression) {
		return text("SHA224", expression);
	}

	/**
	 * Hash by SHA-256, in hexadecimal digits.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> StringExpression<R> sha256(Expression<R, String> expression) {
		return text("SHA256", expression);
	}

	/**
	 * Hash by SHA-384, in hexadecimal digits.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> StringExpression<R> sha384(Expression<R, String> expression) {
		return text("SHA384", expression);
	}

	/**
	 * Hash by SHA-512, in hexadecimal digits.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> StringExpression<R> sha512(Expression<R, String> expression) {
		return text("SHA512", expression);
	}

	/**
	 * Count the characters.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> length(Expression<R, String> expression) {
		return Calls.number("Length", expression);
	}

	/**
	 * Take the code of the first character.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> ord(Expression<R, String> expression) {
		return Calls.number("Ord", expression);
	}

	/**
	 * Take the character of a code.
	 * @param <R> the root model
	 * @param expression the expression
	 * @return an expression
	 */
	public static <R> StringExpression<R> chr(Expression<R, ?> expression) {
		return text("Chr", expression);
	}

	/**
	 * Find a text in it; positions count from 1, 0 is none.
	 * @param <R> the root model
	 * @param expression the expression
	 * @param part a value or an expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Integer> strIndex(Expression<R, String> expression, Object part) {
		return Calls.number("StrIndex", expression, part);
	}

	/**
	 * Join texts; NULL counts as empty, other types become text.
	 * @param <R> the root model
	 * @param first the first
	 * @param others values or expressions
	 * @return an expression
	 */
	public static <R> StringExpression<R> concat(Expression<R, ?> first, Object... others) {
		Object[] all = new Object[others.length + 1];
		all[0] = first;
		System.arraycopy(others, 0, all, 1, others.length);
		return StringExpression.of(new Computation.Function("Concat", Nodes.all(all), Map.of(), ValueTypes.TEXT));
	}

	/**
	 * Take the first characters.
	 * @param <R> the root model
	 * @param expression the expression
	 * @param length how many, at least 1
	 * @return an expression
	 */
	public static <R> StringExpression<R> left(Expression<R, String> expression, Object length) {
		return text("Left", expression, length);
	}

	/**
	 * Take the last characters.
	 * @param <R> the root model
	 * @param expression the expression
	 * @param length how many, at least 1
	 * @return an expression
	 */
	public static <R> StringExpression<R> right(Expression<R, String> expression, Object length) {
		return text("Right", expression, length);
	}

	/**
	 * Take the characters from a position on.
	 * @param <R> the root model
	 * @param expression the expression
	 * @param position counted from 1
	 * @return an expression
	 */
	public static <R> StringExpression<R> substr(Expression<R, String> expression, Object position) {
		return text("Substr", expression, position);
	}

	/**
	 * Take some characters.
	 * @param <R> the root model
	 * @param expression the expression
	 * @param position counted from 1
	 * @param length how many
	 * @return an expression
	 */
	public static <R> StringExpression<R> substr(Expression<R, String> expression, Object position, Object length) {
		return text("Substr", expression, position, length);
	}

	/**
	 * Fill up, or cut, to a length at the start.
	 * @param <R> the root model
	 * @param expression the expression
	 * @param length how many characters
	 * @param fill what to fill with
	 * @return an expression
	 */
	public static <R> StringExpression<R> lpad(Expression<R, String> expression, Object length, Object fill) {
		return text("LPad", expression, length, fill);
	}

	/**
	 * Fill up with blanks, or cut, to a length at the start.
	 * @param <R> the root model
	 * @param expression the expression
	 * @param length how many characters
	 * @return an expression
	 */
	public static <R> StringExpression<R> lpad(Expression<R, String> expression, Object length) {
		return text("LPad", expression, length);
	}

	/**
	 * Fill up with blanks, or cut, to a length at the end.
	 * @param <R> the root model
	 * @param expression the expression
	 * @param length how many characters
	 * @return an expression
	 */
	public static <R> StringExpression<R> rpad(Expression<R, String> expression, Object length) {
		return text("RPad", expression, length);
	}

	/**
	 * Fill up, or cut, to a length at the end.
	 * @param <R> the root model
	 * @param expression the expression
	 * @param length how many characters
	 * @param fill what to fill with
	 * @return an expression
	 */
	public static <R> StringExpression<R> rpad(Expression<R, String> expression, Object length, Object fill) {
		return text("RPad", expression, length, fill);
	}

	/**
	 * Repeat it.
	 * @param <R> the root model
	 * @param expression the expression
	 * @param number how many times
	 * @return an expression
	 */
	public static <R> StringExpression<R> repeat(Expression<R, String> expression, Object number) {
		return text("Repeat", expression, number);
	}

	/**
	 * Leave out every occurrence of a text.
	 * @param <R> the root model
	 * @param expression the expression
	 * @param text what to leave out
	 * @return an expression
	 */
	public static <R> StringExpression<R> replace(Expression<R, String> expression, Object text) {
		return text("Replace", expression, text);
	}

	/**
	 * Replace every occurrence of a text.
	 * @param <R> the root model
	 * @param expression the expression
	 * @param text what to replace
	 * @param replacement by what
	 * @return an expression
	 */
	public static <R> StringExpression<R> replace(Expression<R, String> expression, Object text, Object replacement) {
		return text("Replace", expression, text, replacement);
	}

	private static <R> StringExpression<R> text(String name, Expression<R, ?> expression, Object... others) {
		return StringExpression.of(Calls.node(name, Map.of(), expression, others));
	}

}

package dev.orm.expression;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Computation;
import dev.orm.model.Model;

/**
 * A reference by path, for dynamic code: the value of a column, transform or annotation.
 * Django's {@code F}.
 */
public final class F {

	private F() {
	}

	/**
	 * Refer to a path.
	 * @param path segments joined by two underscores, such as {@code category__name}
	 * @return an expression that fits any model; the path is checked when the query is
	 */
	public static NumberExpression<Model, Object> of(String path) {
		return NumberExpression.of(new Atom.Field(path));
	}

	/**
	 * Refer to a path, and say what its values are, for functions that ask for a class.
	 * @param <T> the Java class of the values
	 * @param path segments joined by two underscores
	 * @param type the class
	 * @return an expression
	 */
	public static <T> NumberExpression<Model, T> of(String path, Class<T> type) {
		return NumberExpression.of(new Atom.Field(path));
	}

	/**
	 * Refer to a path of texts.
	 * @param path segments joined by two underscores
	 * @return an expression with the lookups and functions of texts
	 */
	public static StringExpression<Model> text(String path) {
		return StringExpression.of(new Atom.Field(path));
	}

	/**
	 * Refer to the characters or elements of a path from a position on.
	 * @param path segments joined by two underscores
	 * @param from the first position, from 0
	 * @return an expression
	 */
	public static NumberExpression<Model, Object> slice(String path, int from) {
		return NumberExpression.of(new Computation.Slice(new Atom.Field(path), from, null));
	}

	/**
	 * Refer to some characters or elements of a path.
	 * @param path segments joined by two underscores
	 * @param from the first position, from 0
	 * @param to the position after the last
	 * @return an expression
	 */
	public static NumberExpression<Model, Object> slice(String path, int from, int to) {
		return NumberExpression.of(new Computation.Slice(new Atom.Field(path), from, to));
	}

}

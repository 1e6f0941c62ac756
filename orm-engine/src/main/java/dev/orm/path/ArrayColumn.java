package dev.orm.path;

import dev.orm.expression.Condition;
import dev.orm.expression.Operand;
import dev.orm.expression.NumberExpression;
import dev.orm.expression.node.Atom;

/**
 * A column of arrays.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public final class ArrayColumn<R, T> extends TypedColumn<R, T, T> {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public ArrayColumn(String path) {
		super(path);
	}

	/**
	 * Test whether it contains all elements of a list. Lookup {@code contains}.
	 * @param value the list
	 * @return a condition
	 */
	public Condition<R> contains(T value) {
		return lookup("contains", value);
	}

	/**
	 * Test whether it contains all elements of a list. Lookup {@code contains}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	public Condition<R> contains(Operand value) {
		return lookup("contains", value);
	}

	/**
	 * Test whether it has no element outside a list. Lookup {@code contained_by}.
	 * @param value the list
	 * @return a condition
	 */
	public Condition<R> containedBy(T value) {
		return lookup("contained_by", value);
	}

	/**
	 * Test whether it has no element outside a list. Lookup {@code contained_by}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	public Condition<R> containedBy(Operand value) {
		return lookup("contained_by", value);
	}

	/**
	 * Test whether it shares an element with a list. Lookup {@code overlap}.
	 * @param value the list
	 * @return a condition
	 */
	public Condition<R> overlap(T value) {
		return lookup("overlap", value);
	}

	/**
	 * Test whether it shares an element with a list. Lookup {@code overlap}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	public Condition<R> overlap(Operand value) {
		return lookup("overlap", value);
	}

	/**
	 * Count the elements. Transform {@code len}.
	 * @return an expression
	 */
	public NumberExpression<R, Integer> len() {
		return NumberExpression.of(new Atom.Field(path() + "__len"));
	}

	/**
	 * Take one element; NULL where there is none.
	 * @param position the position, from 0
	 * @return an expression
	 */
	public NumberExpression<R, Object> at(int position) {
		return NumberExpression.of(new Atom.Field(path() + "__" + position));
	}

	/**
	 * Take some elements.
	 * @param from the first position, from 0
	 * @param to the position after the last
	 * @return an expression
	 */
	public NumberExpression<R, T> slice(int from, int to) {
		return NumberExpression.of(new Atom.Field(path() + "__" + from + "_" + to));
	}

}

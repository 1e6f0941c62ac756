package dev.orm.expression;

import java.util.Arrays;
import java.util.Collection;

import dev.orm.expression.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * An expression that can be compared: with values of a class, which the compiler checks,
 * and with any other expression, which only the database can check. A literal
 * {@code null} is neither: ask {@code isNull()}. Immutable.
 *
 * @param <R> the root model
 * @param <V> the class of the values it is compared with: that of its own values, for a
 * number any number, for a date any date or time, for what only a name tells any object
 */
public interface ComparedTo<R, V> {

	/**
	 * Return the expression as an unresolved node. For the engine.
	 * @return the node
	 */
	Node node();

	/**
	 * Test equality; null asks for NULL. Lookup {@code exact}.
	 * @param value the value
	 * @return a condition
	 */
	default Condition<R> eq(@Nullable V value) {
		return Conditions.lookup(node(), "exact", value);
	}

	/**
	 * Test equality; null asks for NULL. Lookup {@code exact}.
	 * @param other an expression or a query
	 * @return a condition
	 */
	default Condition<R> eq(Operand other) {
		return Conditions.lookup(node(), "exact", other);
	}

	/**
	 * Test inequality as {@code exclude} does: rows with NULL differ from any value.
	 * @param value the value
	 * @return a condition
	 */
	default Condition<R> ne(@Nullable V value) {
		return eq(value).not();
	}

	/**
	 * Test inequality as {@code exclude} does: rows with NULL differ from any value.
	 * @param other an expression or a query
	 * @return a condition
	 */
	default Condition<R> ne(Operand other) {
		return eq(other).not();
	}

	/**
	 * Test whether it is greater than a value. Lookup {@code gt}.
	 * @param value the value
	 * @return a condition
	 */
	default Condition<R> gt(V value) {
		return Conditions.lookup(node(), "gt", value);
	}

	/**
	 * Test whether it is greater than a value. Lookup {@code gt}.
	 * @param other an expression or a query
	 * @return a condition
	 */
	default Condition<R> gt(Operand other) {
		return Conditions.lookup(node(), "gt", other);
	}

	/**
	 * Test whether it is greater than or equal to a value. Lookup {@code gte}.
	 * @param value the value
	 * @return a condition
	 */
	default Condition<R> gte(V value) {
		return Conditions.lookup(node(), "gte", value);
	}

	/**
	 * Test whether it is greater than or equal to a value. Lookup {@code gte}.
	 * @param other an expression or a query
	 * @return a condition
	 */
	default Condition<R> gte(Operand other) {
		return Conditions.lookup(node(), "gte", other);
	}

	/**
	 * Test whether it is less than a value. Lookup {@code lt}.
	 * @param value the value
	 * @return a condition
	 */
	default Condition<R> lt(V value) {
		return Conditions.lookup(node(), "lt", value);
	}

	/**
	 * Test whether it is less than a value. Lookup {@code lt}.
	 * @param other an expression or a query
	 * @return a condition
	 */
	default Condition<R> lt(Operand other) {
		return Conditions.lookup(node(), "lt", other);
	}

	/**
	 * Test whether it is less than or equal to a value. Lookup {@code lte}.
	 * @param value the value
	 * @return a condition
	 */
	default Condition<R> lte(V value) {
		return Conditions.lookup(node(), "lte", value);
	}

	/**
	 * Test whether it is less than or equal to a value. Lookup {@code lte}.
	 * @param other an expression or a query
	 * @return a condition
	 */
	default Condition<R> lte(Operand other) {
		return Conditions.lookup(node(), "lte", other);
	}

	/**
	 * Test membership. Nulls in the list are ignored, an empty list matches nothing
	 * without a query. Lookup {@code in}.
	 * @param values the values
	 * @return a condition
	 */
	default Condition<R> in(Collection<? extends V> values) {
		return Conditions.lookup(node(), "in", values);
	}

	/**
	 * Test membership. Lookup {@code in}.
	 * @param values the values
	 * @return a condition
	 */
	@SuppressWarnings("unchecked")
	default Condition<R> in(V... values) {
		return Conditions.lookup(node(), "in", Arrays.asList(values));
	}

	/**
	 * Test membership. Lookup {@code in}.
	 * @param operands the expressions and queries of one value it may equal one of
	 * @return a condition
	 */
	default Condition<R> in(Operand... operands) {
		return Conditions.lookup(node(), "in", Arrays.asList(operands));
	}

	/**
	 * Test membership in the rows of a query, as a subquery. Lookup {@code in}.
	 * @param values a queryset of one column
	 * @return a condition
	 */
	default Condition<R> in(QuerySource values) {
		return Conditions.lookup(node(), "in", values);
	}

	/**
	 * Test whether it lies between two values, both included. Lookup {@code range}.
	 * @param from the smallest value
	 * @param to the largest value
	 * @return a condition
	 */
	default Condition<R> range(V from, V to) {
		return Conditions.lookup(node(), "range", Arrays.asList(from, to));
	}

	/**
	 * Test whether it lies between what two expressions yield, both included. Lookup
	 * {@code range}.
	 * @param from the smallest value
	 * @param to the largest value
	 * @return a condition
	 */
	default Condition<R> range(Operand from, Operand to) {
		return Conditions.lookup(node(), "range", Arrays.asList(from, to));
	}

}

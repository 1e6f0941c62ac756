package dev.orm.expression;

import java.util.Arrays;
import java.util.Collection;

import dev.orm.expression.node.Node;
import dev.orm.expression.node.Nulls;
import org.jspecify.annotations.Nullable;

/**
 * A value the database computes for each row of a root model: a column, an annotation, a
 * function. Immutable. Values may be given wherever an expression may.
 *
 * @param <R> the root model the expression belongs to
 * @param <T> the Java class of its values
 */
public interface Expression<R, T> extends Orderable<R> {

	/**
	 * Return the expression as an unresolved node. For the engine.
	 * @return the node
	 */
	Node node();

	/**
	 * Test equality; null asks for NULL. Lookup {@code exact}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> eq(@Nullable Object value) {
		return Conditions.lookup(this, "exact", value);
	}

	/**
	 * Test inequality as {@code exclude} does: rows with NULL differ from any value.
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> ne(@Nullable Object value) {
		return eq(value).not();
	}

	/**
	 * Test membership. Nulls in the list are ignored, an empty list matches nothing
	 * without a query. Lookup {@code in}.
	 * @param values the values
	 * @return a condition
	 */
	default Condition<R> in(Collection<?> values) {
		return Conditions.lookup(this, "in", values);
	}

	/**
	 * Test membership. Lookup {@code in}.
	 * @param values the values or expressions
	 * @return a condition
	 */
	default Condition<R> in(Object... values) {
		return Conditions.lookup(this, "in", Arrays.asList(values));
	}

	/**
	 * Test membership in the rows of a query, as a subquery. Lookup {@code in}.
	 * @param values a queryset of one column
	 * @return a condition
	 */
	default Condition<R> in(QuerySource values) {
		return Conditions.lookup(this, "in", values);
	}

	/**
	 * Test for NULL.
	 * @return a condition
	 */
	default Condition<R> isNull() {
		return Conditions.lookup(this, "isnull", true);
	}

	/**
	 * Test for a value.
	 * @return a condition
	 */
	default Condition<R> isNotNull() {
		return Conditions.lookup(this, "isnull", false);
	}

	/**
	 * Test whether it is greater than a value. Lookup {@code gt}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> gt(Object value) {
		return Conditions.lookup(this, "gt", value);
	}

	/**
	 * Test whether it is greater than or equal to a value. Lookup {@code gte}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> gte(Object value) {
		return Conditions.lookup(this, "gte", value);
	}

	/**
	 * Test whether it is less than a value. Lookup {@code lt}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> lt(Object value) {
		return Conditions.lookup(this, "lt", value);
	}

	/**
	 * Test whether it is less than or equal to a value. Lookup {@code lte}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> lte(Object value) {
		return Conditions.lookup(this, "lte", value);
	}

	/**
	 * Test whether it lies between two values, both included. Lookup {@code range}.
	 * @param from the smallest value
	 * @param to the largest value
	 * @return a condition
	 */
	default Condition<R> range(Object from, Object to) {
		return Conditions.lookup(this, "range", Arrays.asList(from, to));
	}

	/**
	 * Apply a lookup by its name, transforms before it joined by two underscores.
	 * @param name such as {@code year__gte}
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> lookup(String name, @Nullable Object value) {
		return Conditions.lookup(this, name, value);
	}

	/**
	 * Apply a transform by its name, one of the application's own included; several are
	 * joined by two underscores.
	 * @param <V> the Java class of the result
	 * @param name such as {@code date__year}
	 * @return an expression
	 */
	default <V> NumberExpression<R, V> transform(String name) {
		return Transforms.of(this, name);
	}

	/**
	 * Order by it, smallest first.
	 * @return an ordering term
	 */
	default OrderBy<R> asc() {
		return new OrderBy<>(node(), false, Nulls.DEFAULT);
	}

	/**
	 * Order by it, largest first.
	 * @return an ordering term
	 */
	default OrderBy<R> desc() {
		return new OrderBy<>(node(), true, Nulls.DEFAULT);
	}

	@Override
	default OrderBy<R> orderTerm() {
		return asc();
	}

	/**
	 * Name it, to annotate a queryset with and to refer to later.
	 * @param <S> the root model, where the expression leaves it open, as a subquery does
	 * @param name a Java identifier
	 * @return an annotation
	 */
	default <S extends R> Annotation<S, T> as(String name) {
		return new Annotation<>(name, node());
	}

}

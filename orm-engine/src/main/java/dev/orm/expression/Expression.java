package dev.orm.expression;

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
public non-sealed interface Expression<R, T> extends Orderable<R>, Operand {

	/**
	 * Return the expression as an unresolved node. For the engine.
	 * @return the node
	 */
	Node node();

	/**
	 * Test for NULL.
	 * @return a condition
	 */
	default Condition<R> isNull() {
		return Conditions.lookup(node(), "isnull", true);
	}

	/**
	 * Test for a value.
	 * @return a condition
	 */
	default Condition<R> isNotNull() {
		return Conditions.lookup(node(), "isnull", false);
	}

	/**
	 * Apply a lookup by its name, transforms before it joined by two underscores.
	 * @param name such as {@code year__gte}
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> lookup(String name, @Nullable Object value) {
		return Conditions.lookup(node(), name, value);
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

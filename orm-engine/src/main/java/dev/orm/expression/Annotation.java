package dev.orm.expression;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.model.Annotated;

/**
 * A named expression: given to {@code annotate} or {@code alias} it is computed, anywhere
 * later it is a reference by name. Immutable.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 */
public class Annotation<R, T> implements NumberExpression<R, T>, Annotated<R, T> {

	private final String name;

	private final Node definition;

	/**
	 * Name an expression.
	 * @param name the name
	 * @param definition the expression
	 */
	public Annotation(String name, Node definition) {
		this.name = name;
		this.definition = definition;
	}

	@Override
	public String name() {
		return this.name;
	}

	/**
	 * Return the expression behind the name.
	 * @return the node
	 */
	public Node definition() {
		return this.definition;
	}

	/**
	 * Return what an expression computes, whatever name it has.
	 * @param expression an expression, named or not
	 * @return the node
	 */
	public static Node definition(Expression<?, ?> expression) {
		return (expression instanceof Annotation<?, ?> annotation) ? annotation.definition() : expression.node();
	}

	@Override
	public Node node() {
		return new Atom.Field(this.name);
	}

	/**
	 * Use a boolean annotation as a condition.
	 * @return a condition
	 */
	public Condition<R> isTrue() {
		return eq(true);
	}

}

package dev.orm.expression.node;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * An unresolved expression: what the caller wrote, with paths as text. Immutable. Each
 * kind is a record, kept with those of its role.
 */
public sealed interface Node permits Atom, Computation, Predicate, Clause {

	/**
	 * Return the expressions inside, as they are seen from the same query: neither a
	 * subquery nor a reference to the query around has any.
	 * @return the parts
	 */
	List<Node> children();

	/**
	 * Return a copy with other parts.
	 * @param children as many parts as {@link #children()} has
	 * @return a copy
	 */
	Node withChildren(List<Node> children);

	/**
	 * Let a visitor answer for this node.
	 * @param <R> the answer
	 * @param visitor the visitor
	 * @return its answer
	 */
	<R> R accept(NodeVisitor<R> visitor);

	/**
	 * Write what the SQL text depends on, and the values apart.
	 * @param shape where to
	 */
	void shape(Shape.Builder shape);

	/**
	 * Replace parts, outermost first; what is replaced is not looked into.
	 * @param replacement answers a replacement, or null to look inside
	 * @return this, or a copy with replacements
	 */
	default Node transform(Function<Node, @Nullable Node> replacement) {
		Node replaced = replacement.apply(this);
		if (replaced != null) {
			return replaced;
		}
		List<Node> before = children();
		List<Node> after = new ArrayList<>(before.size());
		boolean changed = false;
		for (Node child : before) {
			Node transformed = child.transform(replacement);
			changed |= transformed != child;
			after.add(transformed);
		}
		return changed ? withChildren(after) : this;
	}

	/**
	 * Return whether an aggregate is written out inside, outside of windows; not whether
	 * the expression refers to one by name. Django's {@code contains_aggregate}.
	 * @return true if the rows of a group are folded
	 */
	default boolean containsAggregate() {
		// no stream: conditions may be nested deep, and a stream takes ten frames a level
		for (Node child : children()) {
			if (child.containsAggregate()) {
				return true;
			}
		}
		return false;
	}

}

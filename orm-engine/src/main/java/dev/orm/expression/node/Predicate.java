package dev.orm.expression.node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What is true, false or unknown of a row: lookups and what joins and negates them. All
 * immutable.
 */
public sealed interface Predicate extends Node {

	/**
	 * A field lookup such as {@code category__name__icontains}.
	 *
	 * @param left the path, segments joined by two underscores
	 * @param name the name of the lookup; empty where the path ends with it
	 * @param value the value
	 */
	record Lookup(String left, String name, Node value) implements Predicate {

		/**
		 * Create a lookup.
		 * @param path the path, with the name of the lookup if it is not {@code exact}
		 * @param value the value
		 */
		public Lookup(String path, Node value) {
			this(path, "", value);
		}

		/**
		 * Return the whole path.
		 * @return the path, with the name of the lookup
		 */
		public String path() {
			return this.name.isEmpty() ? this.left : this.left + "__" + this.name;
		}

		@Override
		public List<Node> children() {
			return List.of(this.value);
		}

		@Override
		public Node withChildren(List<Node> children) {
			return new Lookup(this.left, this.name, children.get(0));
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.lookup(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("lookup").add(this.left).add(this.name);
			shape.addPart(this.value);
			RecordCategory.describe(this.value, shape);
		}

	}

	/**
	 * A lookup whose left side is an expression. Django's lookups as expressions.
	 *
	 * @param name the lookup name
	 * @param left the left side
	 * @param right the right side
	 */
	record ExpressionLookup(String name, Node left, Node right) implements Predicate {

		@Override
		public List<Node> children() {
			return List.of(this.left, this.right);
		}

		@Override
		public Node withChildren(List<Node> children) {
			return new ExpressionLookup(this.name, children.get(0), children.get(1));
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.expressionLookup(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("elookup").add(this.name);
			shape.addPart(this.left);
			shape.addPart(this.right);
		}

	}

	/**
	 * Conditions joined by AND, OR or XOR; no parts are neutral.
	 *
	 * @param connector the connector
	 * @param parts the parts
	 */
	record Junction(Connector connector, List<Node> parts) implements Predicate {

		public Junction {
			parts = List.copyOf(parts);
		}

		@Override
		public List<Node> children() {
			return flat();
		}

		@Override
		public Node withChildren(List<Node> children) {
			return new Junction(this.connector, children);
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.junction(this);
		}

		/**
		 * Return the parts, with those of a part of the same connector in its place. A
		 * chain of thousands of {@code and} is thousands of junctions deep; this way it
		 * is a list, and nobody need follow it down.
		 * @return the parts in the order they are written
		 */
		public List<Node> flat() {
			if (this.parts.stream().noneMatch(this::isSame)) {
				return this.parts;
			}
			List<Node> flat = new ArrayList<>();
			Deque<Node> open = new ArrayDeque<>(this.parts);
			while (!open.isEmpty()) {
				Node next = open.pop();
				if (next instanceof Junction junction && isSame(junction)) {
					List<Node> inner = junction.parts();
					for (int i = inner.size() - 1; i >= 0; i--) {
						open.push(inner.get(i));
					}
				}
				else {
					flat.add(next);
				}
			}
			return flat;
		}

		private boolean isSame(Node part) {
			return part instanceof Junction junction && junction.connector() == this.connector;
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add(this.connector);
			if (this.connector == Connector.XOR) {
				shape.addDoubled(flat());
			}
			else {
				shape.addAll(flat());
			}
		}

		@Override
		public String toString() {
			return this.connector + flat().toString();
		}

	}

	/**
	 * The NOT of a condition, with Django's NULL-aware meaning.
	 *
	 * @param part the condition
	 */
	record Negation(Node part) implements Predicate {

		@Override
		public List<Node> children() {
			return List.of(this.part);
		}

		@Override
		public Node withChildren(List<Node> children) {
			return new Negation(children.get(0));
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.negation(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("not");
			shape.addPart(this.part);
		}

	}

}

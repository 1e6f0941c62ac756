package dev.orm.expression.node;

import java.util.List;

/**
 * What stands in a clause of its own and has no value: a join, a term of an ordering. All
 * immutable.
 */
public sealed interface Clause extends Node {

	/**
	 * A relation joined with a further ON condition; only as an annotation.
	 *
	 * @param relation the path of the relation
	 * @param condition the condition
	 */
	record FilteredRelation(String relation, Node condition) implements Clause {

		@Override
		public List<Node> children() {
			return List.of(this.condition);
		}

		@Override
		public Node withChildren(List<Node> children) {
			return new FilteredRelation(this.relation, children.get(0));
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.filteredRelation(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("filtered").add(this.relation);
			shape.addPart(this.condition);
		}

	}

	/**
	 * A term of an ordering.
	 *
	 * @param expression the expression
	 * @param descending whether the largest comes first
	 * @param nulls where NULLs go
	 */
	record Ordering(Node expression, boolean descending, Nulls nulls) implements Clause {

		@Override
		public List<Node> children() {
			return List.of(this.expression);
		}

		@Override
		public Node withChildren(List<Node> children) {
			return new Ordering(children.get(0), this.descending, this.nulls);
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.ordering(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add(this.descending).add(this.nulls);
			shape.addPart(this.expression);
		}

	}

}

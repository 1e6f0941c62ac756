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
	 * @param named whether the expression is a name of the queryset, as {@code order_by}
	 * takes it: a relation among these stands for the ordering of its model, {@code ?}
	 * for random
	 */
	record Ordering(Node expression, boolean descending, Nulls nulls, boolean named) implements Clause {

		/**
		 * Order by an expression.
		 * @param expression the expression
		 * @param descending whether the largest comes first
		 * @param nulls where NULLs go
		 */
		public Ordering(Node expression, boolean descending, Nulls nulls) {
			this(expression, descending, nulls, false);
		}

		/**
		 * Order by a name.
		 * @param term a path or the name of an annotation, a leading minus for
		 * descending, {@code ?} for random
		 * @return a term
		 */
		public static Ordering named(String term) {
			OrderedPath ordered = OrderedPath.of(term);
			return new Ordering(new Atom.Field(ordered.path()), ordered.descending(), Nulls.DEFAULT, true);
		}

		/**
		 * Return the path or name it orders by.
		 * @return the path; empty for any other expression
		 */
		public String path() {
			return (this.expression instanceof Atom.Field field) ? field.path() : "";
		}

		/**
		 * Return the term as a model behind a relation is ordered by it.
		 * @param relation the path of the relation
		 * @param turned whether the relation is ordered by in the other direction
		 * @return the term with all its paths behind the relation
		 */
		public Ordering behind(String relation, boolean turned) {
			return new Ordering(Behind.of(this.expression, relation), this.descending, this.nulls, this.named)
				.turned(turned);
		}

		/**
		 * Return the term in the other direction, where NULLs change sides too.
		 * @param turn whether it is turned around at all
		 * @return the term, or this one
		 */
		public Ordering turned(boolean turn) {
			return turn ? new Ordering(this.expression, !this.descending, this.nulls.opposite(), this.named) : this;
		}

		@Override
		public List<Node> children() {
			return List.of(this.expression);
		}

		@Override
		public Node withChildren(List<Node> children) {
			return new Ordering(children.get(0), this.descending, this.nulls, this.named);
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.ordering(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add(this.descending).add(this.nulls).add(this.named);
			shape.addPart(this.expression);
		}

	}

}

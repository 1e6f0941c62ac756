package dev.orm.query;

import java.util.List;

import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Shape;
import org.jspecify.annotations.Nullable;

/** A step that brings in another query. */
public sealed interface Combination extends Operation {

	/**
	 * Combine the rows of queries.
	 *
	 * @param operator how they are combined
	 * @param all whether duplicates stay
	 * @param others the other queries
	 */
	record Compound(SetOperator operator, boolean all, List<QuerySpec> others) implements Combination {

		public Compound {
			others = List.copyOf(others);
		}

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.compound(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add(this.operator).add(this.all).add(this.others.size());
			this.others.forEach(shape::addQuery);
		}

	}

	/**
	 * Merge the conditions of another query of the model. Django's operators on
	 * querysets.
	 *
	 * @param connector how the conditions are joined
	 * @param other the other query
	 */
	record Merge(Connector connector, QuerySpec other) implements Combination {

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.merge(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("merge").add(this.connector);
			shape.addQuery(this.other);
		}

	}

	/**
	 * Name common table expressions the query may refer to.
	 *
	 * @param name the name
	 * @param query the query
	 * @param recursive the recursive member, or null
	 * @param all whether duplicates stay in a recursive table
	 */
	record With(String name, QuerySpec query, @Nullable QuerySpec recursive, boolean all) implements Combination {

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.with(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("with").add(this.name).add(this.all);
			shape.addQuery(this.query);
			shape.add(this.recursive != null);
			if (this.recursive != null) {
				shape.addQuery(this.recursive);
			}
		}

	}

	/**
	 * Join a common table expression.
	 *
	 * @param table its name
	 * @param near what its column must equal
	 * @param column its column
	 * @param optional whether rows without match stay
	 */
	record JoinTable(String table, Node near, String column, boolean optional) implements Combination {

		@Override
		public void accept(OperationVisitor visitor) {
			visitor.joinTable(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("joinTable").add(this.table).add(this.column).add(this.optional);
			shape.addPart(this.near);
		}

	}

}

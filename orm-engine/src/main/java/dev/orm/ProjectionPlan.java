package dev.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.expression.Annotation;
import dev.orm.expression.Expression;
import dev.orm.expression.Node;
import dev.orm.expression.Nodes;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;

/**
 * How typed columns are selected: those that aggregate are added after the others are
 * selected, so that they are grouped by them.
 *
 * @param spec the query
 * @param order the names of the columns in the order they were asked for
 */
record ProjectionPlan(QuerySpec spec, List<String> order) {

	static ProjectionPlan of(QuerySpec spec, List<Expression<?, ?>> expressions) {
		Columns columns = new Columns();
		for (Expression<?, ?> expression : expressions) {
			columns.add(expression);
		}
		return new ProjectionPlan(columns.select(spec), List.copyOf(columns.order));
	}

	/** Sorts columns by how they are selected. */
	private static final class Columns {

		private final List<String> order = new ArrayList<>();

		private final List<String> plain = new ArrayList<>();

		private final Map<String, Node> computed = new LinkedHashMap<>();

		private final Map<String, Node> aggregates = new LinkedHashMap<>();

		void add(Expression<?, ?> expression) {
			Node node = QueryCore.definition(expression);
			String name = name(expression, node);
			this.order.add(name);
			if (Aggregation.isInside(node)) {
				this.aggregates.put(name, node);
				return;
			}
			this.plain.add(name);
			if (!(expression.node() instanceof Nodes.Field field && field.path().equals(name))
					|| isDefinition(expression, node)) {
				this.computed.put(name, node);
			}
		}

		private static boolean isDefinition(Expression<?, ?> expression, Node node) {
			return expression instanceof Annotation<?, ?> annotation
					&& !(node instanceof Nodes.Field field && field.path().equals(annotation.name()));
		}

		private String name(Expression<?, ?> expression, Node node) {
			if (expression instanceof Annotation<?, ?> annotation) {
				return annotation.name();
			}
			return (node instanceof Nodes.Field field) ? field.path() : "column" + (this.order.size() + 1);
		}

		QuerySpec select(QuerySpec from) {
			QuerySpec spec = from;
			if (!this.plain.isEmpty() || this.aggregates.isEmpty()) {
				Map<String, Node> fresh = new LinkedHashMap<>(this.computed);
				fresh.keySet().removeIf((name) -> isAnnotated(from, name));
				spec = spec.then(new Operation.Values(this.plain, fresh));
			}
			if (this.plain.isEmpty() && !this.aggregates.isEmpty()) {
				throw new dev.orm.error.IllegalQueryException(
						"values() of aggregates alone is one row: use aggregate(…) instead.");
			}
			return this.aggregates.isEmpty() ? spec : spec.then(new Operation.Annotate(this.aggregates, true));
		}

		private static boolean isAnnotated(QuerySpec from, String name) {
			for (QuerySpec at = from; at != null; at = at.previous()) {
				if (at.last() instanceof Operation.Annotate annotate && annotate.expressions().containsKey(name)) {
					return true;
				}
			}
			return false;
		}

	}

}

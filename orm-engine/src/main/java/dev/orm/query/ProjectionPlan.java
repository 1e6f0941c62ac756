package dev.orm.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.error.IllegalQueryException;
import dev.orm.expression.Annotation;
import dev.orm.expression.Expression;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;

/**
 * How typed columns are selected: those that aggregate are added after the others are
 * selected, so that they are grouped by them.
 *
 * @param spec the query
 * @param order the names of the columns in the order they were asked for
 */
public record ProjectionPlan(QuerySpec spec, List<String> order) {

	/** The names of columns that have none of their own. */
	private static final String[] NAMES = { "column1", "column2", "column3", "column4", "column5", "column6", "column7",
			"column8", "column9", "column10", "column11", "column12" };

	/**
	 * Plan how expressions are selected.
	 * @param spec the rows they are of
	 * @param expressions the expressions, in the order they are asked for
	 * @return the plan
	 * @throws IllegalQueryException if all of them aggregate
	 */
	public static ProjectionPlan of(QuerySpec spec, List<Expression<?, ?>> expressions) {
		Columns columns = new Columns(expressions.size());
		for (Expression<?, ?> expression : expressions) {
			columns.add(expression);
		}
		return new ProjectionPlan(columns.select(spec), Collections.unmodifiableList(columns.order));
	}

	/** Sorts columns by how they are selected. */
	private static final class Columns {

		private final List<String> order;

		private final List<String> plain;

		private Map<String, Node> computed = Map.of();

		private Map<String, Node> aggregates = Map.of();

		Columns(int size) {
			this.order = new ArrayList<>(size);
			this.plain = new ArrayList<>(size);
		}

		void add(Expression<?, ?> expression) {
			Node node = Annotation.definition(expression);
			String name = name(expression, node);
			this.order.add(name);
			if (node.containsAggregate()) {
				this.aggregates = with(this.aggregates, name, node);
				return;
			}
			this.plain.add(name);
			if (!(expression.node() instanceof Atom.Field field && field.path().equals(name))
					|| isDefinition(expression, node)) {
				this.computed = with(this.computed, name, node);
			}
		}

		/** Most queries need none of the maps. */
		private static Map<String, Node> with(Map<String, Node> nodes, String name, Node node) {
			Map<String, Node> more = nodes.isEmpty() ? new LinkedHashMap<>() : nodes;
			more.put(name, node);
			return more;
		}

		private static boolean isDefinition(Expression<?, ?> expression, Node node) {
			return expression instanceof Annotation<?, ?> annotation
					&& !(node instanceof Atom.Field field && field.path().equals(annotation.name()));
		}

		private String name(Expression<?, ?> expression, Node node) {
			if (expression instanceof Annotation<?, ?> annotation) {
				return annotation.name();
			}
			return (node instanceof Atom.Field field) ? field.path() : column(this.order.size());
		}

		private static String column(int place) {
			return (place < NAMES.length) ? NAMES[place] : "column" + (place + 1);
		}

		QuerySpec select(QuerySpec from) {
			QuerySpec spec = from;
			if (!this.plain.isEmpty() || this.aggregates.isEmpty()) {
				spec = spec.then(new Selection.Values(this.plain, missing(from)));
			}
			if (this.plain.isEmpty() && !this.aggregates.isEmpty()) {
				throw new IllegalQueryException("values() of aggregates alone is one row: use aggregate(…) instead.",
						spec.model().subject().by("values"));
			}
			return this.aggregates.isEmpty() ? spec : spec.then(new Selection.Annotate(this.aggregates, true));
		}

		/** What is computed and has no name in the query yet. */
		private Map<String, Node> missing(QuerySpec from) {
			if (this.computed.keySet().stream().noneMatch((name) -> isAnnotated(from, name))) {
				return this.computed;
			}
			Map<String, Node> missing = new LinkedHashMap<>(this.computed);
			missing.keySet().removeIf((name) -> isAnnotated(from, name));
			return missing;
		}

		private static boolean isAnnotated(QuerySpec from, String name) {
			return from.any((operation) -> operation instanceof Selection.Annotate annotate
					&& annotate.expressions().containsKey(name));
		}

	}

}

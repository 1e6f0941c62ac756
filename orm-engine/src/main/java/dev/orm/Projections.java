package dev.orm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.expression.Annotation;
import dev.orm.expression.Expression;
import dev.orm.expression.Node;
import dev.orm.expression.Nodes;
import dev.orm.model.Model;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;

/** Selects typed expressions: aggregates among them group by the others. */
final class Projections {

	private Projections() {
	}

	/**
	 * Select expressions under names of their own; those that aggregate are added after
	 * the others are selected.
	 */
	static <T extends Model> ValuesQuerySet<T, Row> of(ReadableQuery<T, ?, ?> query,
			List<Expression<?, ?>> expressions) {
		List<String> plain = new ArrayList<>();
		Map<String, Node> computed = new LinkedHashMap<>();
		Map<String, Node> aggregates = new LinkedHashMap<>();
		List<String> order = new ArrayList<>();
		for (int i = 0; i < expressions.size(); i++) {
			Node node = QueryBuilder.definition(expressions.get(i));
			String name = name(expressions.get(i), node, i);
			order.add(name);
			if (Aggregation.isInside(node)) {
				aggregates.put(name, node);
			}
			else {
				plain.add(name);
				if (!(node instanceof Nodes.Field)) {
					computed.put(name, node);
				}
			}
		}
		return select(query, plain, computed, aggregates).map((row) -> ordered(row, order));
	}

	private static <T extends Model> ValuesQuerySet<T, Row> select(ReadableQuery<T, ?, ?> query, List<String> plain,
			Map<String, Node> computed, Map<String, Node> aggregates) {
		QuerySpec spec = query.spec();
		if (!plain.isEmpty() || aggregates.isEmpty()) {
			spec = spec.then(new Operation.Values(plain, computed));
		}
		if (!aggregates.isEmpty()) {
			spec = spec.then(new Operation.Annotate(aggregates, true));
		}
		return ValuesQuerySet.of(query.orm(), spec, query.options());
	}

	private static Row ordered(Row row, List<String> order) {
		Object[] values = new Object[order.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = row.get(order.get(i));
		}
		return new Row(order, values);
	}

	private static String name(Expression<?, ?> expression, Node node, int place) {
		if (expression instanceof Annotation<?, ?> annotation) {
			return annotation.name();
		}
		return (node instanceof Nodes.Field field) ? field.path() : "column" + (place + 1);
	}

	@SuppressWarnings("unchecked")
	static <T extends Model, X> ValuesQuerySet<T, X> flat(ReadableQuery<T, ?, ?> query,
			Expression<? super T, X> expression) {
		return of(query, List.of(expression)).map((row) -> (X) row.values().get(0));
	}

	static <T extends Model> ValuesQuerySet<T, LocalDate> dates(ReadableQuery<T, ?, ?> query, Operation.Dates dates) {
		return rows(query, dates).map((row) -> (LocalDate) row.values().get(0));
	}

	static <T extends Model> ValuesQuerySet<T, Instant> datetimes(ReadableQuery<T, ?, ?> query, Operation.Dates dates) {
		return rows(query, dates).map((row) -> (Instant) row.values().get(0));
	}

	private static <T extends Model> ValuesQuerySet<T, Row> rows(ReadableQuery<T, ?, ?> query, Operation.Dates dates) {
		return ValuesQuerySet.of(query.orm(), query.spec().then(dates), query.options());
	}

}

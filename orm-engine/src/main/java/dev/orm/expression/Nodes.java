package dev.orm.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import dev.orm.error.QueryLimitException;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Shape;
import dev.orm.expression.node.SubqueryKind;
import dev.orm.model.GenericKey;
import org.jspecify.annotations.Nullable;

/** Makes nodes of what callers give. */
public final class Nodes {

	private Nodes() {
	}

	/**
	 * Turn what a caller gave into a node: nodes and expressions stay, querysets become
	 * subqueries, lists with expressions in them become items, all else is a value.
	 * @param value anything
	 * @return a node
	 * @throws QueryLimitException if lists with expressions in them are nested too deep
	 */
	public static Node of(@Nullable Object value) {
		return of(value, 0);
	}

	private static Node of(@Nullable Object value, int depth) {
		if (value instanceof Node node) {
			return node;
		}
		if (value instanceof Expression<?, ?> expression) {
			return expression.node();
		}
		if (value instanceof QuerySource source) {
			return new Atom.Subquery(SubqueryKind.VALUE, source.query(), null);
		}
		if (value instanceof Collection<?> items && !(value instanceof List<?> list && isPlain(list))) {
			// not any Iterable: a JSON document is one, too
			return items(items, depth + 1);
		}
		// a key that points nowhere is no value
		boolean nowhere = value instanceof GenericKey<?> key && key.type() == null;
		return new Atom.Literal(nowhere ? null : value, null);
	}

	/**
	 * Turn several values into nodes.
	 * @param values the values
	 * @return the nodes
	 */
	public static List<Node> all(@Nullable Object... values) {
		return Arrays.stream(values).map(Nodes::of).toList();
	}

	/**
	 * Turn the ordering of an aggregate or a window into nodes.
	 * @param terms the terms
	 * @return the nodes
	 */
	public static List<Node> ordering(Orderable<?>... terms) {
		List<Node> nodes = new ArrayList<>();
		for (Orderable<?> orderable : terms) {
			OrderBy<?> term = orderable.orderTerm();
			nodes.add(new Clause.Ordering(term.expression(), term.descending(), term.nulls()));
		}
		return nodes;
	}

	/**
	 * Turn the ordering of an aggregate or a window into nodes.
	 * @param terms paths, a leading minus for descending
	 * @return the nodes
	 */
	public static List<Node> ordering(String... terms) {
		return ordering(Arrays.stream(terms).map(OrderBy::named).toArray(Orderable<?>[]::new));
	}

	/** Without expressions, in keys of several columns neither. */
	private static boolean isPlain(List<?> values) {
		return values.stream()
			.noneMatch((value) -> isComputed(value)
					|| (value instanceof List<?> parts && parts.stream().anyMatch(Nodes::isComputed)));
	}

	private static boolean isComputed(@Nullable Object value) {
		return value instanceof Node || value instanceof Expression<?, ?> || value instanceof QuerySource;
	}

	private static Node items(Collection<?> values, int depth) {
		if (depth > Shape.MAX_DEPTH) {
			throw new QueryLimitException(
					"Lists of expressions are nested deeper than %d levels. hint: one list of values is enough for '__in'"
						.formatted(Shape.MAX_DEPTH),
					Shape.MAX_DEPTH);
		}
		ArrayList<@Nullable Object> list = new ArrayList<>(values);
		if (isPlain(list)) {
			return new Atom.Literal(Collections.unmodifiableList(list), null);
		}
		return new Atom.Items(list.stream().map((item) -> of(item, depth)).toList());
	}

}

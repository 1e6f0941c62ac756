package dev.orm.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.orm.error.IllegalQueryException;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/** The kinds of unresolved expressions. All immutable. */
public final class Nodes {

	private Nodes() {
	}

	/**
	 * Turn what a caller gave into a node: nodes and expressions stay, querysets become
	 * subqueries, lists with expressions in them become items, all else is a value.
	 * @param value anything
	 * @return a node
	 */
	public static Node of(@Nullable Object value) {
		if (value instanceof Node node) {
			return node;
		}
		if (value instanceof Expression<?, ?> expression) {
			return expression.node();
		}
		if (value instanceof QuerySource source) {
			return new Subquery(SubqueryKind.VALUE, source.query(), null);
		}
		if (value instanceof Collection<?> items && !(value instanceof List<?> list && isPlain(list))) {
			// not any Iterable: a JSON document is one, too
			return items(items);
		}
		return new Literal(value, null);
	}

	/**
	 * Turn several values into nodes.
	 * @param values the values
	 * @return the nodes
	 */
	public static List<Node> all(@Nullable Object... values) {
		return Arrays.stream(values).map(Nodes::of).toList();
	}

	private static boolean isPlain(List<?> values) {
		return values.stream()
			.noneMatch((value) -> value instanceof Node || value instanceof Expression<?, ?>
					|| value instanceof QuerySource);
	}

	private static Node items(Collection<?> values) {
		ArrayList<@Nullable Object> list = new ArrayList<>(values);
		if (isPlain(list)) {
			return new Literal(Collections.unmodifiableList(list), null);
		}
		return new Items(list.stream().map(Nodes::of).toList());
	}

	/**
	 * A column, transform or annotation by its path. Django's {@code F}.
	 *
	 * @param path the path, segments joined by two underscores
	 */
	public record Field(String path) implements Node {

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.field(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("f").add(this.path);
		}

	}

	/**
	 * A value that is bound, never written into the text. Django's {@code Value}.
	 *
	 * @param value the value
	 * @param type the output type, or null to infer it
	 */
	public record Literal(@Nullable Object value, @Nullable ValueType type) implements Node {

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.literal(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("v").add((this.type != null) ? this.type : "-").addValue(this, this.value);
		}

	}

	/**
	 * An operator between two expressions.
	 *
	 * @param operator the operator
	 * @param left the left side
	 * @param right the right side
	 * @param type the output type, or null to infer it
	 */
	public record Arithmetic(Operator operator, Node left, Node right, @Nullable ValueType type) implements Node {

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.arithmetic(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add(this.operator).add((this.type != null) ? this.type : "-");
			shape.addPart(this.left);
			shape.addPart(this.right);
		}

	}

	/**
	 * A database function by its Django name, such as {@code Lower}.
	 *
	 * @param name the Django name
	 * @param arguments the arguments
	 * @param options constants that shape the text, by name
	 * @param type the output type, or null to infer it
	 */
	public record Function(String name, List<Node> arguments, Map<String, Object> options,
			@Nullable ValueType type) implements Node {

		public Function {
			arguments = List.copyOf(arguments);
			options = Map.copyOf(options);
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.function(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("fn")
				.add(this.name)
				.add(this.options)
				.add((this.type != null) ? this.type : "-")
				.addAll(this.arguments);
		}

	}

	/**
	 * An aggregate by its Django name, such as {@code Sum}.
	 *
	 * @param name the Django name
	 * @param arguments the arguments
	 * @param distinct whether duplicates count once
	 * @param filter which rows count, or null for all
	 * @param orderBy the ordering terms
	 * @param defaultValue the value of an empty set, or null
	 * @param options constants that shape the text, by name
	 * @param type the output type, or null to infer it
	 */
	public record Aggregate(String name, List<Node> arguments, boolean distinct, @Nullable Node filter,
			List<Node> orderBy, @Nullable Node defaultValue, Map<String, Object> options,
			@Nullable ValueType type) implements Node {

		public Aggregate {
			arguments = List.copyOf(arguments);
			orderBy = List.copyOf(orderBy);
			options = Map.copyOf(options);
		}

		/**
		 * Return the name the aggregate has where none is given: that of the field it is
		 * over, two underscores and its own in lower case. Django's
		 * {@code default_alias}.
		 * @return the name
		 * @throws IllegalQueryException if it is over anything but one field, or has a
		 * filter, an ordering or a delimiter
		 */
		public String defaultName() {
			boolean simple = this.filter == null && this.orderBy.isEmpty() && !this.options.containsKey("delimiter");
			if (simple && this.arguments.size() == 1 && this.arguments.get(0) instanceof Field field) {
				return field.path() + "__" + this.name.toLowerCase(Locale.ROOT);
			}
			throw new IllegalQueryException(
					"Complex expressions require a name: give this %s one with as(…).".formatted(this.name));
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.aggregate(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("agg")
				.add(this.name)
				.add(this.distinct)
				.add(this.options)
				.add((this.type != null) ? this.type : "-");
			shape.addAll(this.arguments).addOptional(this.filter).addAll(this.orderBy).addOptional(this.defaultValue);
		}

	}

	/**
	 * CASE WHEN; the n-th result belongs to the n-th condition.
	 *
	 * @param conditions the conditions
	 * @param results the results
	 * @param otherwise the default, or null
	 * @param type the output type, or null to infer it
	 */
	public record Case(List<Node> conditions, List<Node> results, @Nullable Node otherwise,
			@Nullable ValueType type) implements Node {

		public Case {
			conditions = List.copyOf(conditions);
			results = List.copyOf(results);
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.caseWhen(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("case").add((this.type != null) ? this.type : "-");
			shape.addAll(this.conditions).addAll(this.results).addOptional(this.otherwise);
		}

	}

	/**
	 * A query inside an expression.
	 *
	 * @param kind how the query is used
	 * @param query the query
	 * @param type the output type, or null to infer it
	 */
	public record Subquery(SubqueryKind kind, Query query, @Nullable ValueType type) implements Node {

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.subquery(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add(this.kind).add((this.type != null) ? this.type : "-");
			shape.addQuery(this.query);
		}

	}

	/**
	 * A reference to the query around; its inner node may be another one. Django's
	 * {@code OuterRef}.
	 *
	 * @param reference what it refers to, seen from the query around
	 */
	public record Outer(Node reference) implements Node {

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.outer(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("outer");
			shape.addPart(this.reference);
		}

	}

	/**
	 * A window function call.
	 *
	 * @param expression the expression
	 * @param partitionBy the partition
	 * @param orderBy the ordering terms
	 * @param frame the frame, or null
	 * @param type the output type, or null to infer it
	 */
	public record Window(Node expression, List<Node> partitionBy, List<Node> orderBy, @Nullable Frame frame,
			@Nullable ValueType type) implements Node {

		public Window {
			partitionBy = List.copyOf(partitionBy);
			orderBy = List.copyOf(orderBy);
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.window(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("over").add((this.frame != null) ? this.frame : "-").add((this.type != null) ? this.type : "-");
			shape.addPart(this.expression);
			shape.addAll(this.partitionBy).addAll(this.orderBy);
		}

	}

	/**
	 * Conditions joined by AND, OR or XOR; no parts are neutral.
	 *
	 * @param connector the connector
	 * @param parts the parts
	 */
	public record Junction(Connector connector, List<Node> parts) implements Node {

		public Junction {
			parts = List.copyOf(parts);
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
	public record Negation(Node part) implements Node {

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

	/**
	 * A field lookup such as {@code category__name__icontains}.
	 *
	 * @param left the path, segments joined by two underscores
	 * @param name the name of the lookup; empty where the path ends with it
	 * @param value the value
	 */
	public record Lookup(String left, String name, Node value) implements Node {

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
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.lookup(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("lookup").add(this.left).add(this.name);
			shape.addPart(this.value);
		}

	}

	/**
	 * A lookup whose left side is an expression. Django's lookups as expressions.
	 *
	 * @param name the lookup name
	 * @param left the left side
	 * @param right the right side
	 */
	public record ExpressionLookup(String name, Node left, Node right) implements Node {

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
	 * A fragment of SQL with {@code ?} or {@code %s} for each parameter. Django's
	 * {@code RawSQL}.
	 *
	 * @param sql the text
	 * @param parameters the values
	 * @param type the output type, or null to infer it
	 */
	public record Raw(String sql, List<Node> parameters, @Nullable ValueType type) implements Node {

		public Raw {
			parameters = List.copyOf(parameters);
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.raw(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("raw").add(this.sql).add((this.type != null) ? this.type : "-").addAll(this.parameters);
		}

	}

	/**
	 * An expression given an output type. Django's {@code ExpressionWrapper}.
	 *
	 * @param expression the expression
	 * @param type the output type, or null to infer it
	 */
	public record Typed(Node expression, ValueType type) implements Node {

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.typed(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("typed").add(this.type);
			shape.addPart(this.expression);
		}

	}

	/**
	 * Characters or elements from (inclusive, from 0) to (exclusive). Django's sliced
	 * {@code F}.
	 *
	 * @param expression the expression
	 * @param from the first position
	 * @param to the position after the last, or null
	 */
	public record Slice(Node expression, int from, @Nullable Integer to) implements Node {

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.slice(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("slice").add(this.from).add((this.to != null) ? this.to : "-");
			shape.addPart(this.expression);
		}

	}

	/**
	 * The last key of a JSON path as text ({@code ->>}). Django's {@code KT}.
	 *
	 * @param path the path, segments joined by two underscores
	 */
	public record KeyText(String path) implements Node {

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.keyText(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("kt").add(this.path);
		}

	}

	/**
	 * A relation joined with a further ON condition; only as an annotation.
	 *
	 * @param relation the path of the relation
	 * @param condition the condition
	 */
	public record FilteredRelation(String relation, Node condition) implements Node {

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
	 * A list with expressions among its items.
	 *
	 * @param items the items
	 */
	public record Items(List<Node> items) implements Node {

		public Items {
			items = List.copyOf(items);
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.items(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("items").addAll(this.items);
		}

	}

	/**
	 * All rows, the argument of {@code count()}.
	 */
	public record Star() implements Node {

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.star(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("*");
		}

	}

	/**
	 * A term of an ordering.
	 *
	 * @param expression the expression
	 * @param descending whether the largest comes first
	 * @param nulls where NULLs go
	 */
	public record Ordering(Node expression, boolean descending, Nulls nulls) implements Node {

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

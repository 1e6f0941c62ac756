package dev.orm.expression.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * What the database computes from other expressions. All immutable.
 */
public sealed interface Computation extends Node {

	/**
	 * An operator between two expressions.
	 *
	 * @param operator the operator
	 * @param left the left side
	 * @param right the right side
	 * @param type the output type, or null to infer it
	 */
	record Arithmetic(Operator operator, Node left, Node right, @Nullable ValueType type) implements Computation {

		@Override
		public List<Node> children() {
			return List.of(this.left, this.right);
		}

		@Override
		public Node withChildren(List<Node> children) {
			return new Arithmetic(this.operator, children.get(0), children.get(1), this.type);
		}

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
	record Function(String name, List<Node> arguments, Map<String, Object> options,
			@Nullable ValueType type) implements Computation {

		public Function {
			arguments = List.copyOf(arguments);
			options = Map.copyOf(options);
		}

		@Override
		public List<Node> children() {
			return this.arguments;
		}

		@Override
		public Node withChildren(List<Node> children) {
			return new Function(this.name, children, this.options, this.type);
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
	 * An expression transformed as a path would.
	 *
	 * @param expression the expression
	 * @param name the names of the transforms in paths, joined by two underscores
	 */
	record Transformed(Node expression, String name) implements Computation {

		@Override
		public List<Node> children() {
			return List.of(this.expression);
		}

		@Override
		public Node withChildren(List<Node> children) {
			return new Transformed(children.get(0), this.name);
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.transformed(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("transform").add(this.name);
			shape.addPart(this.expression);
		}

	}

	/**
	 * A call that answers several rows. Django's {@code set_returning}.
	 *
	 * @param call the call
	 */
	record Unfolded(Node call) implements Computation {

		@Override
		public List<Node> children() {
			return List.of(this.call);
		}

		@Override
		public Node withChildren(List<Node> children) {
			return new Unfolded(children.get(0));
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.unfolded(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("unfold");
			shape.addPart(this.call);
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
	record Aggregate(String name, List<Node> arguments, boolean distinct, @Nullable Node filter, List<Node> orderBy,
			@Nullable Node defaultValue, Map<String, Object> options, @Nullable ValueType type) implements Computation {

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
			if (simple && this.arguments.size() == 1 && this.arguments.get(0) instanceof Atom.Field field) {
				return field.path() + "__" + this.name.toLowerCase(Locale.ROOT);
			}
			String message = "Complex expressions require a name: give this %s one with as(…).".formatted(this.name);
			throw new IllegalQueryException(message, Subject.ofArgument(this.name));
		}

		@Override
		public List<Node> children() {
			List<Node> all = new ArrayList<>(this.arguments);
			all.addAll(this.orderBy);
			if (this.filter != null) {
				all.add(this.filter);
			}
			if (this.defaultValue != null) {
				all.add(this.defaultValue);
			}
			return all;
		}

		@Override
		public Node withChildren(List<Node> children) {
			int first = this.arguments.size();
			int second = first + this.orderBy.size();
			int third = second + ((this.filter != null) ? 1 : 0);
			return new Aggregate(this.name, children.subList(0, first), this.distinct,
					(this.filter != null) ? children.get(second) : null, children.subList(first, second),
					(this.defaultValue != null) ? children.get(third) : null, this.options, this.type);
		}

		@Override
		public boolean containsAggregate() {
			return true;
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
	 * A window function call.
	 *
	 * @param expression the expression
	 * @param partitionBy the partition
	 * @param orderBy the ordering terms
	 * @param frame the frame, or null
	 * @param type the output type, or null to infer it
	 */
	record Window(Node expression, List<Node> partitionBy, List<Node> orderBy, @Nullable Frame frame,
			@Nullable ValueType type) implements Computation {

		public Window {
			partitionBy = List.copyOf(partitionBy);
			orderBy = List.copyOf(orderBy);
		}

		@Override
		public List<Node> children() {
			List<Node> all = new ArrayList<>();
			all.add(this.expression);
			all.addAll(this.partitionBy);
			all.addAll(this.orderBy);
			return all;
		}

		@Override
		public Node withChildren(List<Node> children) {
			int first = 1 + this.partitionBy.size();
			return new Window(children.get(0), children.subList(1, first), children.subList(first, children.size()),
					this.frame, this.type);
		}

		@Override
		public boolean containsAggregate() {
			return false;
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
	 * CASE WHEN; the n-th result belongs to the n-th condition.
	 *
	 * @param conditions the conditions
	 * @param results the results
	 * @param otherwise the default, or null
	 * @param type the output type, or null to infer it
	 */
	record Case(List<Node> conditions, List<Node> results, @Nullable Node otherwise,
			@Nullable ValueType type) implements Computation {

		public Case {
			conditions = List.copyOf(conditions);
			results = List.copyOf(results);
		}

		@Override
		public List<Node> children() {
			List<Node> all = new ArrayList<>(this.conditions);
			all.addAll(this.results);
			if (this.otherwise != null) {
				all.add(this.otherwise);
			}
			return all;
		}

		@Override
		public Node withChildren(List<Node> children) {
			int size = this.conditions.size();
			return new Case(children.subList(0, size), children.subList(size, 2 * size),
					(this.otherwise != null) ? children.get(2 * size) : null, this.type);
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
	 * An expression given an output type. Django's {@code ExpressionWrapper}.
	 *
	 * @param expression the expression
	 * @param type the output type, or null to infer it
	 */
	record Typed(Node expression, ValueType type) implements Computation {

		@Override
		public List<Node> children() {
			return List.of(this.expression);
		}

		@Override
		public Node withChildren(List<Node> children) {
			return new Typed(children.get(0), this.type);
		}

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
	record Slice(Node expression, int from, @Nullable Integer to) implements Computation {

		@Override
		public List<Node> children() {
			return List.of(this.expression);
		}

		@Override
		public Node withChildren(List<Node> children) {
			return new Slice(children.get(0), this.from, this.to);
		}

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

}

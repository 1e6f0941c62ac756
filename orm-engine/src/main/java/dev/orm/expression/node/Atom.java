package dev.orm.expression.node;

import java.util.List;

import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * What expressions are made of: what names something of the query, a value, a query of
 * its own. Nothing is inside, unless one says so. All immutable.
 */
public sealed interface Atom extends Node {

	@Override
	default List<Node> children() {
		return List.of();
	}

	@Override
	default Node withChildren(List<Node> children) {
		return this;
	}

	/**
	 * A column, transform or annotation by its path. Django's {@code F}.
	 *
	 * @param path the path, segments joined by two underscores
	 */
	record Field(String path) implements Atom {

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
	 * The last key of a JSON path as text ({@code ->>}). Django's {@code KT}.
	 *
	 * @param path the path, segments joined by two underscores
	 */
	record KeyText(String path) implements Atom {

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
	 * A column of a common table expression.
	 *
	 * @param table the name of the table
	 * @param column the name of the column
	 */
	record TableColumn(String table, String column) implements Atom {

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.tableColumn(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("tc").add(this.table).add(this.column);
		}

	}

	/**
	 * All rows, the argument of {@code count()}.
	 */
	record Star() implements Atom {

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
	 * A reference to the query around; its inner node may be another one. Django's
	 * {@code OuterRef}.
	 *
	 * @param reference what it refers to, seen from the query around
	 */
	record Outer(Node reference) implements Atom {

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
	 * A value that is bound, never written into the text. Django's {@code Value}.
	 *
	 * @param value the value
	 * @param type the output type, or null to infer it
	 */
	record Literal(@Nullable Object value, @Nullable ValueType type) implements Atom {

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
	 * The tenant for whom the thread works, a value that is bound each time.
	 *
	 * @param type the type it is bound with
	 */
	record CurrentTenant(ValueType type) implements Atom {

		@Override
		public List<Node> children() {
			return List.of();
		}

		@Override
		public Node withChildren(List<Node> children) {
			return this;
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.currentTenant(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("tenant").add(this.type);
		}

	}

	/**
	 * The value of a setting of the session, which the database reads.
	 *
	 * @param name the name, such as {@code app.user}
	 * @param unset the texts that stand for no value: it is NULL then
	 * @param type the type it is read as
	 */
	record Setting(String name, List<String> unset, ValueType type) implements Atom {

		public Setting {
			unset = List.copyOf(unset);
		}

		@Override
		public List<Node> children() {
			return List.of();
		}

		@Override
		public Node withChildren(List<Node> children) {
			return this;
		}

		@Override
		public <R> R accept(NodeVisitor<R> visitor) {
			return visitor.setting(this);
		}

		@Override
		public void shape(Shape.Builder shape) {
			shape.add("setting").add(this.name).add(this.unset).add(this.type);
		}

	}

	/**
	 * A list with expressions among its items.
	 *
	 * @param items the items
	 */
	record Items(List<Node> items) implements Atom {

		public Items {
			items = List.copyOf(items);
		}

		@Override
		public List<Node> children() {
			return this.items;
		}

		@Override
		public Node withChildren(List<Node> children) {
			return new Items(children);
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
	 * A fragment of SQL with {@code %s} for each parameter. Django's {@code RawSQL}.
	 *
	 * @param sql the text
	 * @param parameters the values
	 * @param type the output type, or null to infer it
	 */
	record Raw(String sql, List<Node> parameters, @Nullable ValueType type) implements Atom {

		public Raw {
			parameters = List.copyOf(parameters);
		}

		@Override
		public List<Node> children() {
			return this.parameters;
		}

		@Override
		public Node withChildren(List<Node> children) {
			return new Raw(this.sql, children, this.type);
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
	 * A query inside an expression.
	 *
	 * @param kind how the query is used
	 * @param query the query
	 * @param type the output type, or null to infer it
	 */
	record Subquery(SubqueryKind kind, Query query, @Nullable ValueType type) implements Atom {

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

}

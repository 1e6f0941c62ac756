package dev.orm.schema;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An index that backs no constraint.
 *
 * @param table the table
 * @param name the index
 * @param unique whether no two rows may have the same values
 * @param method the access method, such as {@code btree}
 * @param elements what is indexed
 * @param nullsDistinct whether rows with NULL never clash, as usual
 * @param include columns the index carries along
 * @param parameters storage parameters, as in {@code fillfactor=70}; empty for none
 * @param where the rows it holds, columns in double quotes; empty for all
 */
public record Index(String table, String name, boolean unique, String method, List<Element> elements,
		boolean nullsDistinct, List<String> include, String parameters, String where) implements SchemaObject {

	/** The method of an index for which none is named. */
	public static final String BTREE = "btree";

	public Index {
		elements = List.copyOf(elements);
		include = List.copyOf(include);
		where = SqlLine.of(where);
	}

	/**
	 * Return a plain index.
	 * @param table the table
	 * @param name the index
	 * @param columns its columns
	 * @return the index
	 */
	public static Index of(String table, String name, List<String> columns) {
		return new Index(table, name, false, BTREE, columns.stream().map(Element::column).toList(), true, List.of(), "",
				"");
	}

	/**
	 * Return a copy that holds some rows only.
	 * @param condition which ones
	 * @return a copy
	 */
	public Index where(String condition) {
		return new Index(this.table, this.name, this.unique, this.method, this.elements, this.nullsDistinct,
				this.include, this.parameters, condition);
	}

	/**
	 * Return whether the index leads with some columns, for all rows.
	 * @param columns the columns
	 * @return true if a search by them can use it
	 */
	public boolean leadsWith(List<String> columns) {
		return this.where.isEmpty() && this.method.equals(BTREE) && this.elements.size() >= columns.size()
				&& this.elements.subList(0, columns.size()).equals(columns.stream().map(Element::column).toList());
	}

	@Override
	public ObjectId id() {
		return new ObjectId(ObjectKind.INDEX, this.table, this.name);
	}

	@Override
	public String line() {
		return id() + (this.unique ? " unique" : "") + (this.method.equals(BTREE) ? "" : " using " + this.method)
				+ this.elements.stream().map(Element::line).collect(Collectors.joining(", ", " (", ")"))
				+ (this.nullsDistinct ? "" : " nulls not distinct")
				+ (this.include.isEmpty() ? "" : " include " + FactNames.list(this.include))
				+ (this.parameters.isEmpty() ? "" : " with (" + this.parameters + ")")
				+ (this.where.isEmpty() ? "" : " where " + FactNames.expression(this.where));
	}

	@Override
	public Index after(Change.Rename rename) {
		ObjectId id = rename.applyTo(id());
		return new Index(id.table(), id.name(), this.unique, this.method,
				this.elements.stream().map((element) -> element.after(rename, this.table)).toList(), this.nullsDistinct,
				rename.applyTo(this.table, this.include), this.parameters, rename.applyTo(this.table, this.where));
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.index(this);
	}

	/**
	 * One of the things an index is sorted by.
	 *
	 * @param column the column; empty for an expression
	 * @param expression the expression; empty for a column
	 * @param options what follows: collation, operator class, direction, place of NULL;
	 * empty for none
	 */
	public record Element(String column, String expression, String options) {

		public Element {
			expression = SqlLine.of(expression);
		}

		/**
		 * Return a plain column.
		 * @param name the column
		 * @return an element
		 */
		public static Element column(String name) {
			return new Element(name, "", "");
		}

		/**
		 * Return an expression.
		 * @param sql the expression, columns in double quotes
		 * @return an element
		 */
		public static Element expression(String sql) {
			return new Element("", sql, "");
		}

		/**
		 * Return a copy with options.
		 * @param text as in {@code desc nulls last}
		 * @return a copy
		 */
		public Element options(String text) {
			return new Element(this.column, this.expression, text);
		}

		String line() {
			String subject = this.column.isEmpty() ? FactNames.expression(this.expression)
					: FactNames.write(this.column);
			return this.options.isEmpty() ? subject : subject + " " + this.options;
		}

		private Element after(Change.Rename rename, String table) {
			return this.column.isEmpty() ? new Element("", rename.applyTo(table, this.expression), this.options)
					: new Element(rename.applyTo(table, List.of(this.column)).get(0), "", this.options);
		}

	}

}

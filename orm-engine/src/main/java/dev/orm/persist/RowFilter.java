package dev.orm.persist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.meta.FieldModel;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table, named by values of its columns: any of the alternatives, in each all
 * columns. Values are bound as arrays, so the text does not depend on their number.
 * Immutable.
 *
 * @param alternatives the alternatives
 */
record RowFilter(List<List<In>> alternatives) {

	static RowFilter in(FieldModel field, Collection<?> values) {
		return new RowFilter(List.of(List.of(new In(field, List.copyOf(values)))));
	}

	RowFilter and(FieldModel field, Collection<?> values) {
		return new RowFilter(this.alternatives.stream().map((parts) -> {
			List<In> longer = new ArrayList<>(parts);
			longer.add(new In(field, List.copyOf(values)));
			return longer;
		}).toList());
	}

	/** Rows that hold a value, which may be NULL. */
	RowFilter same(FieldModel field, @Nullable Object value) {
		return new RowFilter(this.alternatives.stream().map((parts) -> {
			List<In> longer = new ArrayList<>(parts);
			longer.add(new In(field, List.of(field), Collections.singletonList(value), true));
			return longer;
		}).toList());
	}

	RowFilter or(RowFilter other) {
		List<List<In>> all = new ArrayList<>(this.alternatives);
		all.addAll(other.alternatives);
		return new RowFilter(all);
	}

	/** Keys of rows; those of several columns are lists. */
	static RowFilter keys(List<FieldModel> key, Collection<?> values) {
		if (key.size() == 1) {
			return in(key.get(0), values);
		}
		return new RowFilter(List.of(List.of(new In(null, key, List.copyOf(values), false))));
	}

	/** What the text depends on. */
	Object shape() {
		return this.alternatives.stream().map((parts) -> parts.stream().map(In::shape).toList()).toList();
	}

	String sql(String alias) {
		List<String> texts = this.alternatives.stream()
			.map((parts) -> String.join(" AND ", parts.stream().map((part) -> part.sql(alias)).toList()))
			.toList();
		return (texts.size() == 1) ? texts.get(0) : "(" + String.join(") OR (", texts) + ")";
	}

	/** The same as a condition of a query. */
	Node condition() {
		List<Node> all = new ArrayList<>();
		this.alternatives.forEach(
				(parts) -> all.add(new Predicate.Junction(Connector.AND, parts.stream().map(In::condition).toList())));
		return new Predicate.Junction(Connector.OR, all);
	}

	List<ValueType> types() {
		return this.alternatives.stream().flatMap(List::stream).flatMap((part) -> part.types().stream()).toList();
	}

	List<@Nullable Object> values() {
		List<@Nullable Object> values = new ArrayList<>();
		this.alternatives.forEach((parts) -> parts.forEach((part) -> part.bind(values)));
		return values;
	}

	/**
	 * Values of a column, or of several at once.
	 *
	 * @param field the column; null for several
	 * @param fields the columns
	 * @param values the values; lists for several columns
	 * @param one whether it is one value, which may be null
	 */
	record In(@Nullable FieldModel field, List<FieldModel> fields, List<? extends @Nullable Object> values,
			boolean one) {

		In(FieldModel field, List<?> values) {
			this(field, List.of(field), values, false);
		}

		Object shape() {
			return List.of(this.fields, this.one);
		}

		String sql(String alias) {
			if (this.field != null && this.one) {
				return alias + "." + Texts.quote(this.field.column()) + " IS NOT DISTINCT FROM ?";
			}
			if (this.field != null) {
				return alias + "." + Texts.quote(this.field.column()) + " = ANY (?)";
			}
			ColumnArrays arrays = new ColumnArrays(this.fields);
			List<String> columns = this.fields.stream()
				.map((part) -> alias + "." + Texts.quote(part.column()))
				.toList();
			return "(" + String.join(", ", columns) + ") IN (SELECT " + arrays.columns() + " FROM "
					+ arrays.unnest(false) + ")";
		}

		Node condition() {
			String name = (this.field != null) ? this.field.attname() : "pk";
			if (this.one) {
				return new Predicate.Lookup(name, new Atom.Literal(this.values.get(0), null));
			}
			return new Predicate.Lookup(name + "__in", new Atom.Literal(this.values, null));
		}

		List<ValueType> types() {
			if (this.field == null) {
				return new ColumnArrays(this.fields).types();
			}
			return List.of(this.one ? this.field.type() : ValueTypes.arrayOf(this.field.type()));
		}

		void bind(List<@Nullable Object> into) {
			if (this.field != null) {
				into.add(this.one ? this.values.get(0) : this.values);
				return;
			}
			List<@Nullable Object[]> columns = new ArrayList<>();
			for (int i = 0; i < this.fields.size(); i++) {
				int part = i;
				columns.add(
						this.values.stream().map((key) -> ((List<?>) Objects.requireNonNull(key)).get(part)).toArray());
			}
			into.addAll(new ColumnArrays(this.fields).bind(columns));
		}

	}

}

package dev.orm.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table, named by values of its columns: any of the alternatives, in each all
 * columns. Immutable.
 *
 * @param alternatives the alternatives
 */
public record RowFilter(List<List<In>> alternatives) {

	public static RowFilter in(FieldModel field, Collection<?> values) {
		return new RowFilter(List.of(List.of(new In(field, List.copyOf(values)))));
	}

	public RowFilter and(FieldModel field, Collection<?> values) {
		return new RowFilter(this.alternatives.stream().map((parts) -> {
			List<In> longer = new ArrayList<>(parts);
			longer.add(new In(field, List.copyOf(values)));
			return longer;
		}).toList());
	}

	/** Rows that hold a value, which may be NULL. */
	public RowFilter same(FieldModel field, @Nullable Object value) {
		return new RowFilter(this.alternatives.stream().map((parts) -> {
			List<In> longer = new ArrayList<>(parts);
			longer.add(new In(field, List.of(field), Collections.singletonList(value), true));
			return longer;
		}).toList());
	}

	public RowFilter or(RowFilter other) {
		List<List<In>> all = new ArrayList<>(this.alternatives);
		all.addAll(other.alternatives);
		return new RowFilter(all);
	}

	/** Keys of rows; those of several columns are lists. */
	public static RowFilter keys(List<FieldModel> key, Collection<?> values) {
		if (key.size() == 1) {
			return in(key.get(0), values);
		}
		return new RowFilter(List.of(List.of(new In(null, key, List.copyOf(values), false))));
	}

	/** The rows of a model, in no order. */
	public QuerySpec of(EntityModel model) {
		return QuerySpec.every(model)
			.then(new Restriction.Filter(List.of(condition()), false))
			.then(new Arrangement.OrderBy(List.of()));
	}

	/** The rows of a model, ordered by a field. */
	public QuerySpec of(EntityModel model, FieldModel order) {
		return of(model).then(new Arrangement.OrderBy(List.of(Clause.Ordering.named(order.name()))));
	}

	Node condition() {
		List<Node> all = new ArrayList<>();
		this.alternatives.forEach(
				(parts) -> all.add(new Predicate.Junction(Connector.AND, parts.stream().map(In::condition).toList())));
		return new Predicate.Junction(Connector.OR, all);
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

		Node condition() {
			String name = (this.field != null) ? this.field.attname() : "pk";
			if (this.one) {
				return new Predicate.Lookup(name, new Atom.Literal(this.values.get(0), null));
			}
			return new Predicate.Lookup(name + "__in", new Atom.Literal(this.values, null));
		}

	}

}

package dev.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.orm.error.IllegalQueryException;
import dev.orm.expression.Expression;
import dev.orm.load.ValueRows;
import dev.orm.model.Model;
import dev.orm.path.RelationColumn;
import dev.orm.query.QuerySpec;
import org.jspecify.annotations.Nullable;

/**
 * A queryset of typed columns; its subclasses know their classes. Immutable, safe to
 * share between threads.
 *
 * @param <T> the model
 * @param <S> the queryset itself
 */
public abstract class Projection<T extends Model, S extends Projection<T, S>> extends ReadableQuery<T, Row, S> {

	private List<String> order = List.of();

	/** A column that holds a key where the compiler expects the instance. */
	private @Nullable RelationColumn<?, ?> relation;

	Projection() {
	}

	final S of(ReadableQuery<T, ?, ?> query, List<Expression<?, ?>> expressions) {
		ProjectionPlan plan = ProjectionPlan.of(query.spec(), expressions);
		S bound = bind(query.orm(), plan.spec(), query.options());
		Projection<T, S> projection = bound;
		projection.order = plan.order();
		for (Expression<?, ?> expression : expressions) {
			projection.relation = (expression instanceof RelationColumn<?, ?> column) ? column : projection.relation;
		}
		return bound;
	}

	@Override
	final List<Row> read(QuerySpec query) {
		return each(query, (values) -> new Row(this.order, values));
	}

	/**
	 * Read all rows and make something of the values of each, in the order asked for.
	 * @throws IllegalQueryException if one is the key of a relation: the function would
	 * take it for an instance
	 */
	final <X> List<X> each(Function<? super @Nullable Object[], ? extends X> function) {
		if (this.relation != null) {
			throw new IllegalQueryException(
					"values() of '%s' holds its key, which as() would take for an instance. hint: select the key itself, as in category().id, or read list()"
						.formatted(this.relation.path()));
		}
		return each(spec(), function);
	}

	private <X> List<X> each(QuerySpec query, Function<? super @Nullable Object[], ? extends X> function) {
		Locking.check(orm(), query);
		ValueRows rows = orm().reader().values(query, options());
		int @Nullable [] places = places(rows.names());
		List<X> read = new ArrayList<>(rows.rows().size());
		for (@Nullable
		Object[] values : rows.rows()) {
			read.add(function.apply((places != null) ? placed(values, places) : values));
		}
		return read;
	}

	private int @Nullable [] places(List<String> names) {
		return names.equals(this.order) ? null : this.order.stream().mapToInt(names::indexOf).toArray();
	}

	private static @Nullable Object[] placed(@Nullable Object[] values, int[] places) {
		@Nullable Object[] placed = new Object[places.length];
		for (int i = 0; i < places.length; i++) {
			placed[i] = values[places[i]];
		}
		return placed;
	}

	/**
	 * Read all rows into records whose components have the names of the columns.
	 * @param <X> the record
	 * @param type its class
	 * @return the records
	 */
	public final <X extends Record> List<X> as(Class<X> type) {
		RecordShape<X> shape = new RecordShape<>(type);
		return read().stream().map(shape::create).toList();
	}

	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	static <X extends @Nullable Object> X at(@Nullable Object[] row, int place) {
		return (X) row[place];
	}

}

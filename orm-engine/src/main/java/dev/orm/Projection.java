package dev.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.orm.expression.Expression;
import dev.orm.load.values.ValueRows;
import dev.orm.model.Model;
import dev.orm.query.ProjectionPlan;
import org.jspecify.annotations.Nullable;

/**
 * A queryset of typed columns; its subclasses know their classes. Immutable, safe to
 * share between threads.
 *
 * @param <T> the model
 * @param <S> the queryset itself
 */
public abstract class Projection<T extends Model, S extends Projection<T, S>> extends Reading<T, Row, S>
		implements ReadRows<Row>, Cloneable {

	private @Nullable Recipe recipe;

	private List<String> order = List.of();

	Projection() {
	}

	final S of(Recipe asked, List<Expression<?, ?>> expressions) {
		ProjectionPlan plan = ProjectionPlan.of(asked.spec(), expressions);
		S bound = bound(asked.asking(plan.spec()));
		Projection<T, S> projection = bound;
		projection.order = plan.order();
		return bound;
	}

	@Override
	@SuppressWarnings("unchecked")
	final S rows() {
		return (S) this;
	}

	@Override
	final Recipe recipe() {
		return Objects.requireNonNull(this.recipe);
	}

	@Override
	final S bound(Recipe to) {
		S copy = copied();
		Projection<T, S> projection = copy;
		projection.recipe = to;
		return copy;
	}

	@Override
	public final S all() {
		return bound(recipe());
	}

	@Override
	final List<Row> read(Recipe recipe) {
		return each(recipe, (values) -> new Row(this.order, values));
	}

	/**
	 * Read all rows and make something of the values of each, in the order asked for.
	 */
	final <X> List<X> each(Function<? super @Nullable Object[], ? extends X> function) {
		return each(recipe(), function);
	}

	private <X> List<X> each(Recipe recipe, Function<? super @Nullable Object[], ? extends X> function) {
		ValueRows rows = recipe.orm().reader().values(recipe.spec(), recipe.reading());
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
		RecordShape<X> shape = RecordShape.of(type);
		return list().stream().map(shape::create).toList();
	}

	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	static <X extends @Nullable Object> X at(@Nullable Object[] row, int place) {
		return (X) row[place];
	}

}

package dev.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.detail.UnknownName;
import dev.orm.load.GivenKeys;
import dev.orm.load.values.ValueRows;
import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import dev.orm.query.Selection;
import dev.orm.query.UniqueFields;
import org.jspecify.annotations.Nullable;

/**
 * A queryset whose rows are values. Immutable, safe to share between threads.
 *
 * @param <T> the model
 * @param <V> the rows
 */
public final class ValuesQuerySet<T extends Model, V extends @Nullable Object>
		extends Selecting<T, V, ValuesQuerySet<T, V>> implements ReadRows<V> {

	private final Recipe recipe;

	private final Function<Row, V> shape;

	private ValuesQuerySet(Recipe recipe, Function<Row, V> shape) {
		this.recipe = recipe;
		this.shape = shape;
	}

	static <T extends Model> ValuesQuerySet<T, Row> of(Recipe recipe) {
		return new ValuesQuerySet<>(recipe, Function.identity());
	}

	@Override
	ValuesQuerySet<T, V> rows() {
		return this;
	}

	@Override
	Recipe recipe() {
		return this.recipe;
	}

	@Override
	ValuesQuerySet<T, V> bound(Recipe to) {
		return new ValuesQuerySet<>(to, this.shape);
	}

	@Override
	public ValuesQuerySet<T, V> all() {
		return bound(this.recipe);
	}

	/**
	 * Turn each row into something else when it is read.
	 * @param <X> what it becomes
	 * @param function makes it of the row
	 * @return a queryset
	 */
	public <X extends @Nullable Object> ValuesQuerySet<T, X> map(Function<? super V, ? extends X> function) {
		Function<Row, V> before = this.shape;
		return new ValuesQuerySet<>(this.recipe, (row) -> function.apply(before.apply(row)));
	}

	/**
	 * Turn each row into a record: components take the values of their names, a component
	 * that is a record itself takes those of the names that start with its own and two
	 * underscores.
	 * @param <X> the record
	 * @param type the record's class
	 * @return a queryset
	 */
	public <X extends Record> ValuesQuerySet<T, X> into(Class<X> type) {
		RecordShape<X> record = RecordShape.of(type);
		return new ValuesQuerySet<>(this.recipe, record::create);
	}

	/**
	 * Read all rows into records.
	 * @param <X> the record
	 * @param type the record's class
	 * @return the records
	 * @see #into
	 */
	public <X extends Record> List<X> as(Class<X> type) {
		return into(type).list();
	}

	@Override
	Map<Object, V> byField(Recipe wanted, String field, Collection<?> given) {
		EntityModel model = wanted.spec().model();
		Selection.Values selected = wanted.spec().latest(Selection.Values.class);
		List<String> names = new ArrayList<>((selected != null) ? selected.names() : List.of());
		boolean hidden = !names.isEmpty() && UniqueFields.place(model, field, names).isEmpty();
		if (hidden) {
			names.add(field);
		}
		Recipe keyed = hidden ? wanted.then(new Selection.Values(names, Map.of())) : wanted;
		ValueRows rows = keyed.orm().reader().values(keyed.spec(), keyed.reading());
		int key = place(model, field, rows.names());
		Map<@Nullable Object, V> found = new LinkedHashMap<>();
		GivenKeys keys = GivenKeys.of(model, model.field(field).orElse(null), given);
		for (@Nullable
		Object[] values : rows.rows()) {
			Row row = new Row(rows.names(), values);
			keys.put(found, values[key], this.shape.apply(hidden ? row.without(key) : row));
		}
		return found;
	}

	private static int place(EntityModel model, String field, List<String> names) {
		return UniqueFields.place(model, field, names)
			.orElseThrow(() -> new IllegalQueryException("inBulk() needs '%s' among the values.".formatted(field),
					UnknownName.of("", field, names)));
	}

	@Override
	List<V> read(Recipe asked) {
		ValueRows rows = asked.orm().reader().values(asked.spec(), asked.reading());
		List<V> list = new ArrayList<>(rows.rows().size());
		for (@Nullable
		Object[] values : rows.rows()) {
			list.add(this.shape.apply(new Row(rows.names(), values)));
		}
		return list;
	}

}

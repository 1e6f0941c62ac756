package dev.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.orm.load.ReadOptions;
import dev.orm.load.ValueRows;
import dev.orm.model.Model;
import dev.orm.query.QuerySpec;
import org.jspecify.annotations.Nullable;

/**
 * A queryset whose rows are values. Immutable, safe to share between threads.
 *
 * @param <T> the model
 * @param <V> the rows
 */
public final class ValuesQuerySet<T extends Model, V extends @Nullable Object>
		extends ReadableQuery<T, V, ValuesQuerySet<T, V>> {

	private final Function<Row, V> shape;

	private ValuesQuerySet(Function<Row, V> shape) {
		this.shape = shape;
	}

	static <T extends Model> ValuesQuerySet<T, Row> of(Orm orm, QuerySpec spec, ReadOptions options) {
		return new ValuesQuerySet<T, Row>(Function.identity()).bind(orm, spec, options);
	}

	ValuesQuerySet<T, Row> rows() {
		return of(orm(), spec(), options());
	}

	/**
	 * Turn each row into something else when it is read.
	 * @param <X> what it becomes
	 * @param function makes it of the row
	 * @return a queryset
	 */
	public <X extends @Nullable Object> ValuesQuerySet<T, X> map(Function<? super V, ? extends X> function) {
		Function<Row, V> before = this.shape;
		return new ValuesQuerySet<T, X>((row) -> function.apply(before.apply(row))).bind(orm(), spec(), options());
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
		RecordShape<X> record = new RecordShape<>(type);
		return new ValuesQuerySet<T, X>(record::create).bind(orm(), spec(), options());
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
	List<V> read() {
		ValueRows rows = orm().reader().values(spec(), options());
		List<V> list = new ArrayList<>(rows.rows().size());
		for (@Nullable
		Object[] values : rows.rows()) {
			list.add(this.shape.apply(new Row(rows.names(), values)));
		}
		return list;
	}

}

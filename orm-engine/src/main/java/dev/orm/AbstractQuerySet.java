package dev.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.orm.error.QueryValueException;
import dev.orm.execute.Database;
import dev.orm.load.InstanceCursor;
import dev.orm.meta.FieldModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.path.Column;
import dev.orm.persist.Deleted;
import dev.orm.query.QuerySpec;
import org.jspecify.annotations.Nullable;

/**
 * A queryset of instances; extend it to give a model's querysets methods of their own. A
 * subclass has a no-argument constructor and no state. Immutable, safe to share between
 * threads.
 *
 * @param <T> the model
 * @param <S> the subclass itself
 */
public abstract class AbstractQuerySet<T extends Model, S extends AbstractQuerySet<T, S>> extends CreatingQuery<T, S> {

	private @Nullable List<T> prefetched;

	/** Create a queryset that is not bound yet; managers bind it. */
	protected AbstractQuerySet() {
	}

	@Override
	void forget() {
		this.prefetched = null;
	}

	final S prefetched(List<T> rows) {
		S copy = all();
		AbstractQuerySet<T, S> queryset = copy;
		queryset.prefetched = rows;
		return copy;
	}

	@Override
	final List<T> read() {
		return (this.prefetched != null) ? new ArrayList<>(this.prefetched) : read(spec());
	}

	@Override
	@SuppressWarnings("unchecked")
	final List<T> read(QuerySpec query) {
		Locking.check(orm(), query);
		return (List<T>) orm().reader().instances(query, options());
	}

	@Override
	public final long count() {
		return (this.prefetched != null) ? this.prefetched.size() : super.count();
	}

	@Override
	public final boolean exists() {
		return (this.prefetched != null) ? !this.prefetched.isEmpty() : super.exists();
	}

	/**
	 * Ask whether an instance is among the rows.
	 * @param instance a saved instance
	 * @return true if it is
	 * @throws QueryValueException if the instance has no key
	 */
	public final boolean contains(Model instance) {
		if (!spec().model().concrete().javaType().isInstance(instance)) {
			return false;
		}
		Object key = instance.pk();
		if (key == null) {
			throw new QueryValueException(
					"contains() cannot be used on unsaved objects: this %s has no key. hint: save it first"
						.formatted(spec().model().name()));
		}
		if (this.prefetched != null) {
			return this.prefetched.contains(instance);
		}
		return filter("pk", key).exists();
	}

	/**
	 * Read the rows a chunk at a time through a cursor, in a read-only transaction of its
	 * own unless one is open.
	 * @param chunk how many instances are in memory, and prefetched for, at a time
	 * @return the rows; close the stream
	 * @throws QueryValueException if the chunk is not positive
	 */
	@SuppressWarnings("unchecked")
	public final Stream<T> stream(int chunk) {
		if (chunk <= 0) {
			throw new QueryValueException("Chunk size must be strictly positive: " + chunk);
		}
		InstanceCursor cursor = orm().reader().cursor(spec(), options(), chunk);
		return Streams.of((Iterator<T>) (Iterator<?>) cursor).onClose(cursor::close);
	}

	/**
	 * Read rows by key.
	 * @param keys the keys; none are asked for twice
	 * @return the rows by key; keys without row are absent
	 */
	public final Map<Object, T> inBulk(Collection<?> keys) {
		return inBulk(keys, "pk");
	}

	/**
	 * Read rows by a unique field.
	 * @param values the values
	 * @param field the field
	 * @return the rows by value
	 */
	public final Map<Object, T> inBulk(Collection<?> values, String field) {
		Bulk.check(spec(), field);
		if (values.isEmpty()) {
			return Map.of();
		}
		return byField(filter(field + "__in", new ArrayList<>(values)), field);
	}

	/**
	 * Read all rows by key.
	 * @return the rows by key
	 */
	public final Map<Object, T> inBulk() {
		return inBulkBy("pk");
	}

	/**
	 * Read all rows by a unique field.
	 * @param field the field
	 * @return the rows by value; the last one without a value under null
	 */
	public final Map<Object, T> inBulkBy(String field) {
		Bulk.check(spec(), field);
		return byField(all(), field);
	}

	/**
	 * Read rows by a unique column. Those of a one-to-one relation are found by, and come
	 * under, the instances it leads to. Django's {@code in_bulk(field_name=…)}.
	 * @param <X> the class of the column
	 * @param values the values
	 * @param column the column, unique or the only one of {@code distinct(column)}
	 * @return the rows by value; values without row are absent
	 * @throws QueryValueException if the column is not unique
	 */
	public final <X> Map<X, T> inBulk(Collection<? extends X> values, Column<? super T, X> column) {
		Bulk.check(spec(), column.path());
		if (values.isEmpty()) {
			return Map.of();
		}
		return byColumn(filter(column.path() + "__in", new ArrayList<>(values)), column);
	}

	/**
	 * Read all rows by a unique column. Those of a one-to-one relation come under the
	 * instances it leads to.
	 * @param <X> the class of the column
	 * @param column the column, unique or the only one of {@code distinct(column)}
	 * @return the rows by value; the last one without a value under null
	 * @throws QueryValueException if the column is not unique
	 */
	public final <X> Map<X, T> inBulkBy(Column<? super T, X> column) {
		Bulk.check(spec(), column.path());
		return byColumn(all(), column);
	}

	@SuppressWarnings("unchecked")
	private <X> Map<X, T> byColumn(S rows, Column<? super T, X> column) {
		return (Map<X, T>) byField(rows, column.path());
	}

	private Map<Object, T> byField(S rows, String name) {
		Map<@Nullable Object, T> found = new LinkedHashMap<>();
		FieldModel field = Bulk.field(spec(), name);
		boolean related = field != null && field.relation() != null && name.equals(field.name());
		for (T row : related ? related(rows, name) : rows.list()) {
			Object key = related ? Related.get(row, name)
					: (field != null) ? orm().reader().value(row, field) : row.pk();
			found.put(key, row);
		}
		return found;
	}

	private List<T> related(S rows, String name) {
		if (Bulk.isJoinable(spec())) {
			return rows.selectRelated(name).list();
		}
		List<T> found = rows.list();
		orm().reader().prefetch(found, List.of(Prefetch.of(name).request()), options());
		return found;
	}

	/**
	 * Read the rows that come after a cursor in the order of the queryset, made total by
	 * the key. The n-th page costs as much as the first. Rows between pages neither
	 * repeat nor get lost.
	 * @param cursor the cursor of the page before; null for the first page
	 * @param size how many rows
	 * @return the rows, and the cursor of the next page
	 * @throws QueryValueException if the cursor belongs to another ordering
	 */
	public final KeysetPage<T> after(@Nullable String cursor, int size) {
		Keyset keyset = Keyset.of(spec());
		List<T> rows = read(keyset.after(cursor, size));
		boolean more = rows.size() > size;
		List<T> items = more ? rows.subList(0, size) : rows;
		String next = more ? keyset.cursor(InstanceState.of(items.get(size - 1)).annotations()) : null;
		items.forEach((row) -> keyset.forget(InstanceState.of(row).annotations()));
		return new KeysetPage<>(items, next);
	}

	/**
	 * Delete all rows and what depends on them.
	 * @return what was deleted
	 * @throws dev.orm.error.ProtectedException if a protecting relation refers to what
	 * would go
	 */
	public final Deleted delete() {
		String database = options().database();
		return orm().persistence().delete(spec(), (database != null) ? database : Database.DEFAULT);
	}

}

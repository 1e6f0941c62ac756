package dev.orm;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.orm.compile.BoundQuery;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.MultipleObjectsReturnedException;
import dev.orm.error.QueryValueException;
import dev.orm.error.RowIndexException;
import dev.orm.expression.Annotation;
import dev.orm.expression.Condition;
import dev.orm.expression.Expression;
import dev.orm.expression.Orderable;
import dev.orm.expression.node.Node;
import dev.orm.load.ValueRows;
import dev.orm.model.Model;
import dev.orm.query.Arrangement;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.row.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * The part of a queryset that asks the database. Each call asks again; keep what it
 * answers.
 *
 * @param <T> the model
 * @param <V> the rows: instances or values
 * @param <S> the queryset itself
 */
public abstract class ReadableQuery<T extends Model, V, S extends ReadableQuery<T, V, S>> extends UpdatingQuery<T, V, S>
		implements Iterable<V> {

	private static final long GET_LIMIT = 21;

	private static final Operation UNORDERED = new Arrangement.OrderBy(List.of());

	private static final Operation GET = Arrangement.Slice.of(0, GET_LIMIT);

	private static final Operation ONE = Arrangement.Slice.of(0, 1L);

	ReadableQuery() {
	}

	/** Read all rows of this queryset. */
	List<V> read() {
		return read(spec());
	}

	/** Read all rows of a query like this one, but for its order and bounds. */
	abstract List<V> read(QuerySpec query);

	/**
	 * Read all rows.
	 * @return the rows, in a list of its own
	 */
	public List<V> list() {
		return read();
	}

	/**
	 * Read all rows.
	 * @return an iterator over them
	 */
	@Override
	public final Iterator<V> iterator() {
		return list().iterator();
	}

	@Override
	public final void forEach(Consumer<? super V> action) {
		list().forEach(action);
	}

	/**
	 * Read the only row.
	 * @param conditions further conditions
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 * @throws MultipleObjectsReturnedException if there are several
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final V get(Condition<? super T>... conditions) {
		if (conditions.length == 0) {
			return single();
		}
		return filter(conditions).single();
	}

	/**
	 * Read the only row for which a lookup holds.
	 * @param lookup the lookup
	 * @param value its value
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 * @throws MultipleObjectsReturnedException if there are several
	 */
	public final V get(String lookup, @Nullable Object value) {
		return filter(lookup, value).single();
	}

	/**
	 * Read the only row for which all lookups hold.
	 * @param lookups values by lookup
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 * @throws MultipleObjectsReturnedException if there are several
	 */
	public final V get(Map<String, ?> lookups) {
		return filter(lookups).single();
	}

	final V single() {
		boolean free = !Slices.isSliced(spec()) && !Ordering.needsOrder(spec());
		List<V> rows = read(free ? spec().then(UNORDERED).then(GET) : spec());
		if (rows.size() == 1) {
			return rows.get(0);
		}
		String model = spec().model().name();
		if (rows.isEmpty()) {
			throw new DoesNotExistException("%s matching query does not exist: %s".formatted(model, statement()));
		}
		String many = (free && rows.size() == GET_LIMIT) ? "more than " + (GET_LIMIT - 1) : String.valueOf(rows.size());
		throw new MultipleObjectsReturnedException(
				"get() returned more than one %s -- it returned %s: %s".formatted(model, many, statement()));
	}

	/**
	 * Read the first row; an unordered queryset is ordered by key.
	 * @return the row, or empty
	 */
	public final Optional<V> first() {
		return Optional.ofNullable(head(Ordering.ensured(spec(), "first")));
	}

	/**
	 * Read the last row; an unordered queryset is ordered by key.
	 * @return the row, or empty
	 */
	public final Optional<V> last() {
		QuerySpec turned = Ordering.ensured(spec(), "last").then(Operation.Simple.REVERSE);
		return Optional.ofNullable(head(turned));
	}

	private @Nullable V head(QuerySpec ordered) {
		List<V> rows = read(Slices.isSliced(ordered) ? ordered.then(Slices.of(ordered, 0, 1L)) : ordered.then(ONE));
		return rows.isEmpty() ? null : rows.get(0);
	}

	/**
	 * Read the row with the largest values.
	 * @param fields the fields, a leading minus for the smallest; the model's
	 * {@code getLatestBy} if none
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 */
	public final V latest(String... fields) {
		return extreme(() -> Ordering.extremes(spec().model(), true, fields));
	}

	/**
	 * Read the row with the smallest values.
	 * @param fields the fields, a leading minus for the largest; the model's
	 * {@code getLatestBy} if none
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 */
	public final V earliest(String... fields) {
		return extreme(() -> Ordering.extremes(spec().model(), false, fields));
	}

	/**
	 * Read the row that is last in an order, as the one with the largest value of a
	 * column is. {@code latest(ORDER.total, ORDER.id.desc())} is the one with the largest
	 * total and, of those, the smallest key. Django's {@code latest()}.
	 * @param first what to order by first
	 * @param more what to order by where that is equal
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final V latest(Orderable<? super T> first, Orderable<? super T>... more) {
		return extreme(() -> Ordering.extremes(true, first, more));
	}

	/**
	 * Read the row that is first in an order, as the one with the smallest value of a
	 * column is. Django's {@code earliest()}.
	 * @param first what to order by first
	 * @param more what to order by where that is equal
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final V earliest(Orderable<? super T> first, Orderable<? super T>... more) {
		return extreme(() -> Ordering.extremes(false, first, more));
	}

	private V extreme(Supplier<List<Node>> terms) {
		if (Slices.isSliced(spec())) {
			throw new IllegalQueryException(
					"Cannot change a query once a slice has been taken: latest() and earliest() order it. hint: slice last");
		}
		V row = head(spec().then(new Arrangement.OrderBy(terms.get())));
		if (row == null) {
			throw new DoesNotExistException(
					"%s matching query does not exist: %s".formatted(spec().model().name(), statement()));
		}
		return row;
	}

	/**
	 * Read every n-th row of a slice: of {@code 0, 10, 3} the rows 0, 3, 6 and 9. All
	 * rows of the slice are read; those between are dropped. Django's
	 * {@code queryset[from:to:step]}.
	 * @param from the first row, from 0
	 * @param to the row after the last; null for no end
	 * @param step how far to go from row to row; a negative one goes from the last row to
	 * the first
	 * @return the rows, in a list of its own
	 * @throws QueryValueException if a bound is negative or the step is zero
	 */
	public final List<V> slice(long from, @Nullable Long to, int step) {
		if (step == 0) {
			throw new QueryValueException(
					"The step of a slice cannot be zero. hint: 1 takes each row, -1 each from the last");
		}
		return Slices.stepped(sliced(from, to).list(), step);
	}

	/**
	 * Read one row by its place.
	 * @param index its place, from 0
	 * @return the row
	 * @throws RowIndexException if there are fewer rows
	 */
	public final V at(long index) {
		if (index < 0) {
			throw Slices.negative(String.valueOf(index));
		}
		List<V> rows = read(spec().then(Slices.of(spec(), index, index + 1)));
		if (rows.isEmpty()) {
			throw new RowIndexException("There is no row with the index " + index);
		}
		return rows.get(0);
	}

	/**
	 * Count the rows.
	 * @return how many
	 */
	public long count() {
		BoundQuery query = orm().compiler().count(spec());
		Object counted = only(query);
		return (counted instanceof Number number) ? number.longValue() : 0;
	}

	/**
	 * Ask whether there are rows.
	 * @return true if there are
	 */
	public boolean exists() {
		Locking.check(orm(), spec());
		BoundQuery query = orm().compiler().exists(spec());
		return !query.plan().isEmpty() && orm().reader().run(query, options(), RowReader::next);
	}

	private @Nullable Object only(BoundQuery query) {
		List<@Nullable Object[]> rows = orm().reader().values(query, options()).rows();
		return rows.isEmpty() ? null : rows.get(0)[0];
	}

	/**
	 * Aggregate over all rows.
	 * @param <X> the class of the value
	 * @param aggregate the aggregate, named by {@code as}
	 * @return the value by its name; without a name it is the value alone
	 */
	public final <X> Row aggregate(Annotation<? super T, X> aggregate) {
		return aggregated(definitions(aggregate));
	}

	/**
	 * Aggregate over all rows.
	 * @param aggregates the aggregates, named by {@code as}
	 * @return the values by name
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final Row aggregate(Annotation<? super T, ?>... aggregates) {
		return aggregated(definitions(aggregates));
	}

	/**
	 * Aggregate over all rows.
	 * @param aggregates the aggregates by name; later ones may refer to earlier ones
	 * @return the values by name
	 */
	public final Row aggregate(Map<String, ? extends Expression<? super T, ?>> aggregates) {
		Map<String, Node> nodes = new LinkedHashMap<>();
		aggregates.forEach((name, expression) -> nodes.put(name, definition(expression)));
		return aggregated(nodes);
	}

	/**
	 * Compute one aggregate over all rows.
	 * @param <X> the class of the value
	 * @param aggregate the aggregate
	 * @return the value
	 */
	public final <X> @Nullable X aggregate(Expression<? super T, X> aggregate) {
		@SuppressWarnings("unchecked")
		X value = (X) aggregated(Map.of("value", definition(aggregate))).get("value");
		return value;
	}

	private Row aggregated(Map<String, Node> aggregates) {
		if (aggregates.isEmpty()) {
			return new Row(List.of(), new Object[0]);
		}
		BoundQuery query = orm().compiler().aggregate(spec(), aggregates);
		ValueRows rows = orm().reader().values(query, options());
		return new Row(rows.names(), rows.rows().get(0));
	}

	/**
	 * Read all rows.
	 * @return a stream of them
	 */
	public final Stream<V> stream() {
		return list().stream();
	}

}

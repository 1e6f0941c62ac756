package dev.orm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
import dev.orm.expression.node.Node;
import dev.orm.load.ValueRows;
import dev.orm.model.Model;
import dev.orm.query.Arrangement;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.query.Selection;
import dev.orm.type.RowReader;
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
			throw new DoesNotExistException("%s matching query does not exist: %s".formatted(model, toSql()));
		}
		String many = (free && rows.size() == GET_LIMIT) ? "more than " + (GET_LIMIT - 1) : String.valueOf(rows.size());
		throw new MultipleObjectsReturnedException(
				"get() returned more than one %s -- it returned %s: %s".formatted(model, many, toSql()));
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
		return extreme(true, fields);
	}

	/**
	 * Read the row with the smallest values.
	 * @param fields the fields, a leading minus for the largest; the model's
	 * {@code getLatestBy} if none
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 */
	public final V earliest(String... fields) {
		return extreme(false, fields);
	}

	private V extreme(boolean latest, String... fields) {
		if (Slices.isSliced(spec())) {
			throw new IllegalQueryException("Cannot change a query once a slice has been taken.");
		}
		List<Node> terms = Ordering.extremes(spec().model(), latest, fields);
		V row = head(spec().then(new Arrangement.OrderBy(terms)));
		if (row == null) {
			throw new DoesNotExistException(
					"%s matching query does not exist: %s".formatted(spec().model().name(), toSql()));
		}
		return row;
	}

	/**
	 * Read one row by its place.
	 * @param index its place, from 0
	 * @return the row
	 * @throws RowIndexException if there are fewer rows
	 */
	public final V at(long index) {
		if (index < 0) {
			throw new QueryValueException("Negative indexing is not supported: " + index);
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
	 * Select values by name instead of instances.
	 * @param names paths, transforms and names of annotations; none for all fields and
	 * annotations
	 * @return a queryset of rows
	 */
	public final ValuesQuerySet<T, Row> values(String... names) {
		return valued(List.of(names), Map.of()).rows();
	}

	/**
	 * Select expressions by name instead of instances. They are annotated first, as
	 * Django does.
	 * @param columns the expressions by name, in order
	 * @return a queryset of rows
	 */
	public final ValuesQuerySet<T, Row> values(Map<String, ? extends Expression<? super T, ?>> columns) {
		Map<String, Node> expressions = new LinkedHashMap<>();
		columns.forEach((name, expression) -> expressions.put(name, definition(expression)));
		return valued(new ArrayList<>(expressions.keySet()), expressions).rows();
	}

	/**
	 * Select values and expressions instead of instances, in the order of the names.
	 * @param names paths, transforms, names of annotations and of the expressions
	 * @param expressions the expressions by name
	 * @return a queryset of rows
	 */
	public final ValuesQuerySet<T, Row> values(List<String> names,
			Map<String, ? extends Expression<? super T, ?>> expressions) {
		Map<String, Node> nodes = new LinkedHashMap<>();
		expressions.forEach((name, expression) -> nodes.put(name, definition(expression)));
		return valued(names, nodes).rows();
	}

	/**
	 * Select values instead of instances.
	 * @param names paths, transforms and names of annotations; none for all fields and
	 * annotations
	 * @return a queryset of lists
	 */
	public final ValuesQuerySet<T, List<@Nullable Object>> valuesList(String... names) {
		return values(names).map(Row::values);
	}

	/**
	 * Select one value instead of instances. Django's {@code values_list(flat=True)}.
	 * @param names the path or annotation, exactly one
	 * @return a queryset of values
	 * @throws IllegalQueryException if there is not exactly one name
	 */
	public final ValuesQuerySet<T, @Nullable Object> flat(String... names) {
		if (names.length != 1) {
			throw new IllegalQueryException("flat() takes one name, not %d: %s. Use valuesList() for several."
				.formatted(names.length, String.join(", ", names)));
		}
		return values(names).map((row) -> row.values().get(0));
	}

	/**
	 * Select one value instead of instances.
	 * @param <X> the class of the value
	 * @param expression the expression
	 * @return a queryset of values
	 */
	public final <X> ValuesQuerySet<T, X> flat(Expression<? super T, X> expression) {
		return Projections.flat(this, expression);
	}

	final ValuesQuerySet<T, Row> valued(List<String> names, Map<String, Node> expressions) {
		return ValuesQuerySet.<T>of(orm(), spec().then(new Selection.Values(names, expressions)), options());
	}

	/**
	 * Select the distinct truncated dates of a field.
	 * @param field the path
	 * @param kind {@code year}, {@code month}, {@code week} or {@code day}
	 * @param descending whether the latest comes first
	 * @return a queryset of dates
	 */
	public final ValuesQuerySet<T, LocalDate> dates(String field, String kind, boolean descending) {
		return Projections.dates(this, new Selection.Dates(field, kind, descending, false, null));
	}

	/**
	 * Select the distinct truncated instants of a field.
	 * @param field the path
	 * @param kind {@code year} to {@code second}
	 * @param descending whether the latest comes first
	 * @param zone the time zone to truncate in; null for the current one
	 * @return a queryset of instants
	 */
	public final ValuesQuerySet<T, Instant> datetimes(String field, String kind, boolean descending,
			@Nullable String zone) {
		return Projections.datetimes(this, new Selection.Dates(field, kind, descending, true, zone));
	}

	/**
	 * Read all rows.
	 * @return a stream of them
	 */
	public final Stream<V> stream() {
		return list().stream();
	}

}

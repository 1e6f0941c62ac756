package dev.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.orm.compile.BoundQuery;
import dev.orm.error.DoesNotExistException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.MultipleObjectsReturnedException;
import dev.orm.error.QueryValueException;
import dev.orm.error.RowIndexException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Annotation;
import dev.orm.expression.Condition;
import dev.orm.expression.Expression;
import dev.orm.expression.Orderable;
import dev.orm.expression.Q;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import dev.orm.load.values.ValueRows;
import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import dev.orm.observe.Purpose;
import dev.orm.paging.Ordering;
import dev.orm.paging.Slices;
import dev.orm.query.Arrangement;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.row.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database. Each call asks again; keep what it answers.
 *
 * @param <T> the model
 * @param <V> the rows: instances or values
 * @param <S> the querysets that come of it
 */
public abstract class Reading<T extends Model, V, S extends Reading<T, V, S>> extends Describing<T, V, S> {

	private static final Operation UNORDERED = new Arrangement.OrderBy(List.of());

	private static final Operation GET = Arrangement.Slice.of(0, (long) MultipleObjectsReturnedException.MOST);

	private static final Operation ONE = Arrangement.Slice.of(0, 1L);

	Reading() {
	}

	/** Read all rows of a query like this one, but for its order and bounds. */
	abstract List<V> read(Recipe recipe);

	/**
	 * Read all rows.
	 * @return the rows, in a list of its own
	 */
	@SuppressWarnings("unchecked")
	public final List<V> list() {
		Recipe recipe = recipe();
		List<?> known = recipe.known();
		return (known != null) ? new ArrayList<>((List<V>) known) : read(recipe);
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
		return single((conditions.length == 0) ? recipe() : recipe().then(kept(conditions)));
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
		return single(recipe().then(kept(Q.of(lookup, value))));
	}

	/**
	 * Read the only row for which all lookups hold.
	 * @param lookups values by lookup
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 * @throws MultipleObjectsReturnedException if there are several
	 */
	public final V get(Map<String, ?> lookups) {
		return single(recipe().then(kept(Q.of(lookups))));
	}

	private V single(Recipe recipe) {
		V found = sole(recipe);
		if (found == null) {
			throw missing(recipe);
		}
		return found;
	}

	/** The only row; null if there is none. */
	final @Nullable V sole(Recipe recipe) {
		boolean free = !recipe.spec().isSliced() && !Ordering.needsOrder(recipe.spec());
		QuerySpec query = free ? recipe.spec().then(UNORDERED).then(GET) : recipe.spec();
		List<V> rows = read(recipe.asking(query, Purpose.GET));
		if (rows.size() == 1) {
			return rows.get(0);
		}
		if (rows.isEmpty()) {
			return null;
		}
		throw MultipleObjectsReturnedException.of(recipe.spec().model().name(), rows.size(), free, recipe.statement());
	}

	private static DoesNotExistException missing(Recipe recipe) {
		return new DoesNotExistException(
				"%s matching query does not exist: %s".formatted(recipe.spec().model().name(), recipe.statement()),
				recipe.spec().model().name(), null);
	}

	/**
	 * Read the first row; an unordered queryset is ordered by key.
	 * @return the row, or empty
	 */
	public final Optional<V> first() {
		return Optional.ofNullable(head(ordered("first")));
	}

	/**
	 * Read the last row; an unordered queryset is ordered by key.
	 * @return the row, or empty
	 */
	public final Optional<V> last() {
		return Optional.ofNullable(head(ordered("last").then(Operation.Simple.REVERSE)));
	}

	private Recipe ordered(String method) {
		Recipe recipe = recipe();
		return recipe.asking(Ordering.ensured(recipe.spec(), method));
	}

	private @Nullable V head(Recipe ordered) {
		List<V> rows = read(ordered.spec().isSliced() ? ordered.sliced(0, 1L) : ordered.then(ONE));
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
		return extreme((model) -> Ordering.extremes(model, true, fields));
	}

	/**
	 * Read the row with the smallest values.
	 * @param fields the fields, a leading minus for the largest; the model's
	 * {@code getLatestBy} if none
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 */
	public final V earliest(String... fields) {
		return extreme((model) -> Ordering.extremes(model, false, fields));
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
		return extreme((model) -> Ordering.extremes(true, first, more));
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
		return extreme((model) -> Ordering.extremes(false, first, more));
	}

	private V extreme(Function<EntityModel, List<Clause.Ordering>> terms) {
		Recipe recipe = recipe();
		if (recipe.spec().isSliced()) {
			throw new IllegalQueryException(
					"Cannot change a query once a slice has been taken: latest() and earliest() order it. hint: slice last",
					recipe.spec().model().subject().by("latest"));
		}
		V row = head(recipe.then(new Arrangement.OrderBy(terms.apply(recipe.spec().model()))));
		if (row == null) {
			throw missing(recipe);
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
					"The step of a slice cannot be zero. hint: 1 takes each row, -1 each from the last",
					Subject.ofArgument("step"))
				.of(step);
		}
		return Slices.stepped(read(recipe().sliced(from, to)), step);
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
		List<V> rows = read(recipe().sliced(index, index + 1));
		if (rows.isEmpty()) {
			throw new RowIndexException("There is no row with the index " + index, index);
		}
		return rows.get(0);
	}

	/**
	 * Count the rows.
	 * @return how many
	 */
	public final long count() {
		Recipe recipe = recipe();
		Long known = recipe.counted();
		return (known != null) ? known : counted(recipe);
	}

	private static long counted(Recipe recipe) {
		BoundQuery query = recipe.orm().compiler().count(recipe.spec());
		List<@Nullable Object[]> rows = recipe.orm().reader().values(query, recipe.asked()).rows();
		return (!rows.isEmpty() && rows.get(0)[0] instanceof Number number) ? number.longValue() : 0;
	}

	/**
	 * Ask whether there are rows.
	 * @return true if there are
	 */
	public final boolean exists() {
		Recipe recipe = recipe();
		Long known = recipe.counted();
		return (known != null) ? known > 0 : exists(recipe);
	}

	static boolean exists(Recipe recipe) {
		BoundQuery query = recipe.orm().compiler().exists(recipe.spec());
		return !query.plan().isEmpty() && recipe.orm().reader().run(query, recipe.reading(), RowReader::next);
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
		return aggregated(definitions(aggregates));
	}

	/**
	 * Compute one aggregate over all rows.
	 * @param <X> the class of the value
	 * @param aggregate the aggregate
	 * @return the value
	 */
	public final <X> @Nullable X aggregate(Expression<? super T, X> aggregate) {
		@SuppressWarnings("unchecked")
		X value = (X) aggregated(Map.of("value", Annotation.definition(aggregate))).get("value");
		return value;
	}

	private Row aggregated(Map<String, Node> aggregates) {
		if (aggregates.isEmpty()) {
			return new Row(List.of(), new Object[0]);
		}
		Recipe recipe = recipe();
		BoundQuery query = recipe.orm().compiler().aggregate(recipe.spec(), aggregates);
		ValueRows rows = recipe.orm().reader().values(query, recipe.reading());
		return new Row(rows.names(), rows.rows().get(0));
	}

}

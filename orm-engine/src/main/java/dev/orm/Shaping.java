package dev.orm;

import java.util.Arrays;
import java.util.List;

import dev.orm.expression.OrderBy;
import dev.orm.expression.Orderable;
import dev.orm.expression.QuerySource;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Connector;
import dev.orm.load.PrefetchRequest;
import dev.orm.model.Model;
import dev.orm.paging.Slices;
import dev.orm.path.Column;
import dev.orm.path.ModelPath;
import dev.orm.query.Arrangement;
import dev.orm.query.Combination;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.query.Selection;
import dev.orm.query.SetOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says in which order and shape rows are read, and with what.
 *
 * @param <T> the model
 * @param <V> the rows: instances or values
 * @param <S> the querysets that come of it
 */
public abstract class Shaping<T extends Model, V, S extends Shaping<T, V, S>> extends Filtering<T, V, S> {

	Shaping() {
	}

	/**
	 * Remove all ordering, the model's default one too.
	 * @return a queryset
	 */
	public final S orderBy() {
		return then(new Arrangement.OrderBy(List.of()));
	}

	/**
	 * Order the rows; replaces the ordering before.
	 * @param terms columns and other expressions, smallest first, or terms such as
	 * {@code ORDER.total.desc()}; none removes all ordering. The column of a relation
	 * orders by its key, its name by the ordering of the target
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S orderBy(Orderable<? super T>... terms) {
		return then(new Arrangement.OrderBy(
				Arrays.stream(terms).map((orderable) -> orderable.orderTerm().node()).toList()));
	}

	/**
	 * Order the rows; replaces the ordering before.
	 * @param terms paths and names of annotations, a leading minus for descending,
	 * {@code ?} for random; none removes all ordering
	 * @return a queryset
	 */
	public final S orderBy(String... terms) {
		return then(new Arrangement.OrderBy(Arrays.stream(terms).map(Clause.Ordering::named).toList()));
	}

	/**
	 * Order the rows; replaces the ordering before.
	 * @param terms the terms; none removes all ordering
	 * @return a queryset
	 */
	public final S orderBy(List<OrderBy<? super T>> terms) {
		return then(new Arrangement.OrderBy(terms.stream().map(OrderBy::node).toList()));
	}

	/**
	 * Turn the ordering around.
	 * @return a queryset
	 */
	public final S reverse() {
		return then(Operation.Simple.REVERSE);
	}

	/**
	 * Remove duplicate rows.
	 * @return a queryset
	 */
	public final S distinct() {
		return then(new Arrangement.Distinct(List.of()));
	}

	/**
	 * Keep the first row for each combination of values (DISTINCT ON); order by the same
	 * paths first.
	 * @param paths the paths
	 * @return a queryset
	 */
	public final S distinct(String... paths) {
		return then(new Arrangement.Distinct(List.of(paths)));
	}

	/**
	 * Keep the first row for each combination of values (DISTINCT ON); order by the same
	 * columns first.
	 * @param columns the columns
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S distinct(Column<? super T, ?>... columns) {
		return then(new Arrangement.Distinct(Arrays.stream(columns).map(Column::path).toList()));
	}

	/**
	 * Take rows from (inclusive, from 0) to (exclusive) of these rows. Slices of slices
	 * add up.
	 * @param from the first row
	 * @param to the row after the last
	 * @return a queryset
	 */
	public final S slice(long from, long to) {
		return sliced(from, to);
	}

	/**
	 * Skip rows.
	 * @param from the first row, from 0
	 * @return a queryset
	 */
	public final S slice(long from) {
		return sliced(from, null);
	}

	/**
	 * Take the first rows.
	 * @param rows how many
	 * @return a queryset
	 */
	public final S limit(long rows) {
		return sliced(0, rows);
	}

	private S sliced(long from, @Nullable Long to) {
		S rows = rows();
		return rows.bound(rows.recipe().sliced(from, to));
	}

	/**
	 * Compute each aggregate annotated from here on by a subquery over its own relation.
	 * Without it, aggregates over several to-many relations multiply each other's rows,
	 * as they do in Django.
	 * @return a queryset
	 */
	public final S aggregatePerRelation() {
		return then(Operation.Simple.AGGREGATE_PER_RELATION);
	}

	/**
	 * Answer no rows, without asking the database.
	 * @return a queryset
	 */
	public final S none() {
		return then(Operation.Simple.NONE);
	}

	/**
	 * Add the rows of other queries, without duplicates. Afterwards only ordering,
	 * slicing, values and counting are possible.
	 * @param others querysets with the same columns
	 * @return a queryset
	 */
	public final S union(QuerySource... others) {
		return compound(SetOperator.UNION, false, others);
	}

	/**
	 * Keep the rows other queries have too. Afterwards only ordering, slicing, values and
	 * counting are possible.
	 * @param others querysets with the same columns
	 * @return a queryset
	 */
	public final S intersection(QuerySource... others) {
		return compound(SetOperator.INTERSECT, false, others);
	}

	/**
	 * Drop the rows other queries have. Afterwards only ordering, slicing, values and
	 * counting are possible.
	 * @param others querysets with the same columns
	 * @return a queryset
	 */
	public final S difference(QuerySource... others) {
		return compound(SetOperator.EXCEPT, false, others);
	}

	/**
	 * Add the rows of other queries, duplicates too.
	 * @param others querysets with the same columns
	 * @return a queryset
	 */
	public final S unionAll(QuerySource... others) {
		return compound(SetOperator.UNION, true, others);
	}

	private S compound(SetOperator operator, boolean all, QuerySource... others) {
		List<QuerySpec> specs = Arrays.stream(others).map((other) -> (QuerySpec) other.query()).toList();
		return then(new Combination.Compound(operator, all, specs));
	}

	/**
	 * Keep the rows that match another queryset of the model too. Django's ampersand
	 * operator.
	 * @param other the other queryset
	 * @return a queryset
	 */
	public final S and(Filtering<T, ?, ?> other) {
		return then(new Combination.Merge(Connector.AND, other.recipe().spec()));
	}

	/**
	 * Add the rows that match another queryset of the model. Django's {@code |}.
	 * @param other the other queryset
	 * @return a queryset
	 */
	public final S or(Filtering<T, ?, ?> other) {
		return merged(Connector.OR, other);
	}

	/**
	 * Keep the rows that match this or another queryset of the model, but not both.
	 * Django's {@code ^}.
	 * @param other the other queryset
	 * @return a queryset
	 */
	public final S xor(Filtering<T, ?, ?> other) {
		return merged(Connector.XOR, other);
	}

	private S merged(Connector connector, Filtering<T, ?, ?> other) {
		S rows = rows();
		Recipe left = rows.recipe().byKeys();
		return rows.bound(left.then(new Combination.Merge(connector, other.recipe().byKeys().spec())));
	}

	/**
	 * Load relations to one row by joins.
	 * @param paths the relations
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S selectRelated(ModelPath<? super T, ?>... paths) {
		return then(new Selection.SelectRelated(Arrays.stream(paths).map(ModelPath::path).toList()));
	}

	/**
	 * Load relations to one row by joins.
	 * @param paths the relations
	 * @return a queryset
	 */
	public final S selectRelated(String... paths) {
		return then(new Selection.SelectRelated(List.of(paths)));
	}

	/**
	 * Forget the relations to load by joins.
	 * @return a queryset
	 */
	public final S noSelectRelated() {
		return then(new Selection.SelectRelated(null));
	}

	@Override
	final S fetching(List<PrefetchRequest> relations) {
		S rows = rows();
		Slices.checkNotCombined(rows.recipe().spec(), "prefetchRelated");
		return rows.reading((options) -> options.prefetch(relations));
	}

	/**
	 * Load no other fields; touching one fetches it.
	 * @param columns the fields
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S only(Column<? super T, ?>... columns) {
		return only(paths(columns));
	}

	/**
	 * Load no other fields; touching one fetches it.
	 * @param paths the fields
	 * @return a queryset
	 */
	public final S only(String... paths) {
		return then(new Selection.Defer(List.of(paths), true, false));
	}

	/**
	 * Do not load fields; touching one fetches it.
	 * @param columns the fields
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S defer(Column<? super T, ?>... columns) {
		return defer(paths(columns));
	}

	/**
	 * Do not load fields; touching one fetches it.
	 * @param paths the fields
	 * @return a queryset
	 */
	public final S defer(String... paths) {
		return then(new Selection.Defer(List.of(paths), false, false));
	}

	/**
	 * Load all fields again. Django's {@code defer(None)}.
	 * @return a queryset
	 */
	public final S deferNothing() {
		return then(new Selection.Defer(List.of(), false, true));
	}

	/**
	 * Lock the rows until the transaction ends. Needs a transaction when rows are read.
	 * @return a queryset
	 */
	public final S selectForUpdate() {
		return selectForUpdate(Locking.rows());
	}

	/**
	 * Lock the rows until the transaction ends.
	 * @param locking how
	 * @return a queryset
	 */
	public final S selectForUpdate(Locking<? super T> locking) {
		return then(locking.operation());
	}

	private static String[] paths(Column<?, ?>... columns) {
		return Arrays.stream(columns).map(Column::path).toArray(String[]::new);
	}

}

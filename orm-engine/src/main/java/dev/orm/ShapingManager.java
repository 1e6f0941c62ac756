package dev.orm;

import java.util.List;

import dev.orm.expression.OrderBy;
import dev.orm.expression.Orderable;
import dev.orm.expression.QuerySource;
import dev.orm.load.FetchMode;
import dev.orm.model.Model;
import dev.orm.path.Column;
import dev.orm.path.ModelPath;

/**
 * The part of a manager that orders, combines and loads: each method starts from all rows
 * of the manager.
 *
 * @param <T> the model
 * @param <S> the queryset
 */
public abstract class ShapingManager<T extends Model, S extends AbstractQuerySet<T, S>> extends FilteringManager<T, S> {

	ShapingManager() {
	}

	/**
	 * Remove all ordering, the model's default one too.
	 * @return a queryset
	 */
	public final S orderBy() {
		return getQuerySet().orderBy();
	}

	/**
	 * Order the rows; replaces the ordering before.
	 * @param terms columns and other expressions, smallest first, or terms such as
	 * {@code ORDER.total.desc()}; none removes all ordering
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S orderBy(Orderable<? super T>... terms) {
		return getQuerySet().orderBy(terms);
	}

	/**
	 * Order the rows; replaces the ordering before.
	 * @param terms paths and names of annotations, a leading minus for descending,
	 * {@code ?} for random; none removes all ordering
	 * @return a queryset
	 */
	public final S orderBy(String... terms) {
		return getQuerySet().orderBy(terms);
	}

	/**
	 * Order the rows; replaces the ordering before.
	 * @param terms the terms; none removes all ordering
	 * @return a queryset
	 */
	public final S orderBy(List<OrderBy<? super T>> terms) {
		return getQuerySet().orderBy(terms);
	}

	/**
	 * Turn the ordering around.
	 * @return a queryset
	 */
	public final S reverse() {
		return getQuerySet().reverse();
	}

	/**
	 * Remove duplicate rows.
	 * @return a queryset
	 */
	public final S distinct() {
		return getQuerySet().distinct();
	}

	/**
	 * Keep the first row for each combination of values (DISTINCT ON); order by the same
	 * paths first.
	 * @param paths the paths
	 * @return a queryset
	 */
	public final S distinct(String... paths) {
		return getQuerySet().distinct(paths);
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
		return getQuerySet().distinct(columns);
	}

	/**
	 * Take rows from (inclusive, from 0) to (exclusive) of these rows. Slices of slices
	 * add up.
	 * @param from the first row
	 * @param to the row after the last
	 * @return a queryset
	 */
	public final S slice(long from, long to) {
		return getQuerySet().slice(from, to);
	}

	/**
	 * Skip rows.
	 * @param from the first row, from 0
	 * @return a queryset
	 */
	public final S slice(long from) {
		return getQuerySet().slice(from);
	}

	/**
	 * Take the first rows.
	 * @param rows how many
	 * @return a queryset
	 */
	public final S limit(long rows) {
		return getQuerySet().limit(rows);
	}

	/**
	 * Answer no rows, without asking the database.
	 * @return a queryset
	 */
	public final S none() {
		return getQuerySet().none();
	}

	/**
	 * Add the rows of other queries, without duplicates. Afterwards only ordering,
	 * slicing, values and counting are possible.
	 * @param others querysets with the same columns
	 * @return a queryset
	 */
	public final S union(QuerySource... others) {
		return getQuerySet().union(others);
	}

	/**
	 * Keep the rows other queries have too. Afterwards only ordering, slicing, values and
	 * counting are possible.
	 * @param others querysets with the same columns
	 * @return a queryset
	 */
	public final S intersection(QuerySource... others) {
		return getQuerySet().intersection(others);
	}

	/**
	 * Drop the rows other queries have. Afterwards only ordering, slicing, values and
	 * counting are possible.
	 * @param others querysets with the same columns
	 * @return a queryset
	 */
	public final S difference(QuerySource... others) {
		return getQuerySet().difference(others);
	}

	/**
	 * Add the rows of other queries, duplicates too.
	 * @param others querysets with the same columns
	 * @return a queryset
	 */
	public final S unionAll(QuerySource... others) {
		return getQuerySet().unionAll(others);
	}

	/**
	 * Keep the rows that match another queryset of the model too. Django's ampersand
	 * operator.
	 * @param other the other queryset
	 * @return a queryset
	 */
	public final S and(QueryBuilder<T, ?, ?> other) {
		return getQuerySet().and(other);
	}

	/**
	 * Add the rows that match another queryset of the model. Django's {@code |}.
	 * @param other the other queryset
	 * @return a queryset
	 */
	public final S or(QueryBuilder<T, ?, ?> other) {
		return getQuerySet().or(other);
	}

	/**
	 * Keep the rows that match this or another queryset of the model, but not both.
	 * Django's {@code ^}.
	 * @param other the other queryset
	 * @return a queryset
	 */
	public final S xor(QueryBuilder<T, ?, ?> other) {
		return getQuerySet().xor(other);
	}

	/**
	 * Load relations to one row by joins.
	 * @param paths the relations
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S selectRelated(ModelPath<? super T, ?>... paths) {
		return getQuerySet().selectRelated(paths);
	}

	/**
	 * Load relations to one row by joins.
	 * @param paths the relations
	 * @return a queryset
	 */
	public final S selectRelated(String... paths) {
		return getQuerySet().selectRelated(paths);
	}

	/**
	 * Forget the relations to load by joins.
	 * @return a queryset
	 */
	public final S noSelectRelated() {
		return getQuerySet().noSelectRelated();
	}

	/**
	 * Load relations by one query for each, for all rows together.
	 * @param paths the relations
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S prefetchRelated(ModelPath<? super T, ?>... paths) {
		return getQuerySet().prefetchRelated(paths);
	}

	/**
	 * Load relations by one query for each, for all rows together.
	 * @param paths the relations, by accessor
	 * @return a queryset
	 */
	public final S prefetchRelated(String... paths) {
		return getQuerySet().prefetchRelated(paths);
	}

	/**
	 * Load relations by queries of your own.
	 * @param prefetches the relations and their querysets
	 * @return a queryset
	 */
	public final S prefetchRelated(Prefetch... prefetches) {
		return getQuerySet().prefetchRelated(prefetches);
	}

	/**
	 * Forget the relations to load by queries.
	 * @return a queryset
	 */
	public final S noPrefetchRelated() {
		return getQuerySet().noPrefetchRelated();
	}

	/**
	 * Load no other fields; touching one fetches it.
	 * @param columns the fields
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S only(Column<? super T, ?>... columns) {
		return getQuerySet().only(columns);
	}

	/**
	 * Load no other fields; touching one fetches it.
	 * @param paths the fields
	 * @return a queryset
	 */
	public final S only(String... paths) {
		return getQuerySet().only(paths);
	}

	/**
	 * Do not load fields; touching one fetches it.
	 * @param columns the fields
	 * @return a queryset
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final S defer(Column<? super T, ?>... columns) {
		return getQuerySet().defer(columns);
	}

	/**
	 * Do not load fields; touching one fetches it.
	 * @param paths the fields
	 * @return a queryset
	 */
	public final S defer(String... paths) {
		return getQuerySet().defer(paths);
	}

	/**
	 * Load all fields again. Django's {@code defer(None)}.
	 * @return a queryset
	 */
	public final S deferNothing() {
		return getQuerySet().deferNothing();
	}

	/**
	 * Choose what touching something that is not loaded does, for the instances of this
	 * queryset and all fetched through them.
	 * @param mode the mode
	 * @return a queryset
	 */
	public final S fetchMode(FetchMode mode) {
		return getQuerySet().fetchMode(mode);
	}

	/**
	 * Choose the database.
	 * @param database its alias
	 * @return a queryset
	 */
	public final S using(String database) {
		return getQuerySet().using(database);
	}

	/**
	 * Lock the rows until the transaction ends. Needs a transaction when rows are read.
	 * @return a queryset
	 */
	public final S selectForUpdate() {
		return getQuerySet().selectForUpdate();
	}

	/**
	 * Lock the rows until the transaction ends.
	 * @param locking how
	 * @return a queryset
	 */
	public final S selectForUpdate(Locking<? super T> locking) {
		return getQuerySet().selectForUpdate(locking);
	}

}

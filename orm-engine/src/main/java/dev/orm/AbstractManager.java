package dev.orm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.orm.error.DoesNotExistException;
import dev.orm.error.MultipleObjectsReturnedException;
import dev.orm.error.RowIndexException;
import dev.orm.expression.Annotation;
import dev.orm.expression.Assignment;
import dev.orm.expression.Condition;
import dev.orm.expression.Expression;
import dev.orm.expression.OrderBy;
import dev.orm.expression.QuerySource;
import dev.orm.load.FetchMode;
import dev.orm.model.Model;
import dev.orm.path.Column;
import dev.orm.path.ModelPath;
import org.jspecify.annotations.Nullable;

/**
 * A manager: the door to the rows of a model. Extend it for one with a starting queryset
 * or methods of its own, and make it a bean; it is bound to the {@link Orm} at start-up.
 * Thread-safe. Django's {@code Manager}.
 *
 * @param <T> the model
 * @param <S> the queryset
 */
public abstract class AbstractManager<T extends Model, S extends AbstractQuerySet<T, S>> extends ManagerWrites<T, S> {

	/** Create a manager that is not bound yet. */
	protected AbstractManager() {
	}

	/**
	 * Keep the rows for which all conditions hold. Conditions of one call are about the
	 * same related row.
	 * @param conditions the conditions
	 * @return a queryset
	 */
	@SafeVarargs
	public final S filter(Condition<? super T>... conditions) {
		return getQuerySet().filter(conditions);
	}

	/**
	 * Keep the rows for which a lookup holds.
	 * @param lookup such as {@code category__name__icontains}
	 * @param value a value, an expression or a queryset
	 * @return a queryset
	 */
	public final S filter(String lookup, @Nullable Object value) {
		return getQuerySet().filter(lookup, value);
	}

	/**
	 * Keep the rows for which all lookups hold.
	 * @param lookups values by lookup
	 * @return a queryset
	 */
	public final S filter(Map<String, ?> lookups) {
		return getQuerySet().filter(lookups);
	}

	/**
	 * Drop the rows for which all conditions hold. Across a to-many relation, drop the
	 * rows any related row of which matches.
	 * @param conditions the conditions
	 * @return a queryset
	 */
	@SafeVarargs
	public final S exclude(Condition<? super T>... conditions) {
		return getQuerySet().exclude(conditions);
	}

	/**
	 * Drop the rows for which a lookup holds.
	 * @param lookup such as {@code status__in}
	 * @param value a value, an expression or a queryset
	 * @return a queryset
	 */
	public final S exclude(String lookup, @Nullable Object value) {
		return getQuerySet().exclude(lookup, value);
	}

	/**
	 * Drop the rows for which all lookups hold.
	 * @param lookups values by lookup
	 * @return a queryset
	 */
	public final S exclude(Map<String, ?> lookups) {
		return getQuerySet().exclude(lookups);
	}

	/**
	 * Add named expressions to each row; an aggregate groups.
	 * @param annotations the expressions, named by {@code as}
	 * @return a queryset
	 */
	@SafeVarargs
	public final S annotate(Annotation<? super T, ?>... annotations) {
		return getQuerySet().annotate(annotations);
	}

	/**
	 * Add a named expression to each row; an aggregate groups.
	 * @param name its name
	 * @param expression the expression
	 * @return a queryset
	 */
	public final S annotate(String name, Expression<? super T, ?> expression) {
		return getQuerySet().annotate(name, expression);
	}

	/**
	 * Add named expressions to each row; aggregates group.
	 * @param expressions the expressions by name, in order
	 * @return a queryset
	 */
	public final S annotate(Map<String, ? extends Expression<? super T, ?>> expressions) {
		return getQuerySet().annotate(expressions);
	}

	/**
	 * Name expressions for later use without selecting them.
	 * @param annotations the expressions, named by {@code as}
	 * @return a queryset
	 */
	@SafeVarargs
	public final S alias(Annotation<? super T, ?>... annotations) {
		return getQuerySet().alias(annotations);
	}

	/**
	 * Name an expression for later use without selecting it.
	 * @param name its name
	 * @param expression the expression
	 * @return a queryset
	 */
	public final S alias(String name, Expression<? super T, ?> expression) {
		return getQuerySet().alias(name, expression);
	}

	/**
	 * Order the rows; replaces the ordering before.
	 * @param terms the terms; none removes all ordering
	 * @return a queryset
	 */
	@SafeVarargs
	public final S orderBy(OrderBy<? super T>... terms) {
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
	public final S selectForUpdate(Locking locking) {
		return getQuerySet().selectForUpdate(locking);
	}

	/**
	 * Read all rows.
	 * @return the rows, in a list of its own
	 */
	public final List<T> list() {
		return getQuerySet().list();
	}

	/**
	 * Read the only row.
	 * @param conditions further conditions
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 * @throws MultipleObjectsReturnedException if there are several
	 */
	@SafeVarargs
	public final T get(Condition<? super T>... conditions) {
		return getQuerySet().get(conditions);
	}

	/**
	 * Read the only row for which a lookup holds.
	 * @param lookup the lookup
	 * @param value its value
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 * @throws MultipleObjectsReturnedException if there are several
	 */
	public final T get(String lookup, @Nullable Object value) {
		return getQuerySet().get(lookup, value);
	}

	/**
	 * Read the only row for which all lookups hold.
	 * @param lookups values by lookup
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 * @throws MultipleObjectsReturnedException if there are several
	 */
	public final T get(Map<String, ?> lookups) {
		return getQuerySet().get(lookups);
	}

	/**
	 * Read the first row; an unordered queryset is ordered by key.
	 * @return the row, or empty
	 */
	public final Optional<T> first() {
		return getQuerySet().first();
	}

	/**
	 * Read the last row; an unordered queryset is ordered by key.
	 * @return the row, or empty
	 */
	public final Optional<T> last() {
		return getQuerySet().last();
	}

	/**
	 * Read the row with the largest values.
	 * @param fields the fields, a leading minus for the smallest; the model's
	 * {@code getLatestBy} if none
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 */
	public final T latest(String... fields) {
		return getQuerySet().latest(fields);
	}

	/**
	 * Read the row with the smallest values.
	 * @param fields the fields, a leading minus for the largest; the model's
	 * {@code getLatestBy} if none
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 */
	public final T earliest(String... fields) {
		return getQuerySet().earliest(fields);
	}

	/**
	 * Read one row by its place.
	 * @param index its place, from 0
	 * @return the row
	 * @throws RowIndexException if there are fewer rows
	 */
	public final T at(long index) {
		return getQuerySet().at(index);
	}

	/**
	 * Count the rows.
	 * @return how many
	 */
	public final long count() {
		return getQuerySet().count();
	}

	/**
	 * Ask whether there are rows.
	 * @return true if there are
	 */
	public final boolean exists() {
		return getQuerySet().exists();
	}

	/**
	 * Aggregate over all rows.
	 * @param aggregates the aggregates, named by {@code as}
	 * @return the values by name
	 */
	@SafeVarargs
	public final Row aggregate(Annotation<? super T, ?>... aggregates) {
		return getQuerySet().aggregate(aggregates);
	}

	/**
	 * Aggregate over all rows.
	 * @param aggregates the aggregates by name; later ones may refer to earlier ones
	 * @return the values by name
	 */
	public final Row aggregate(Map<String, ? extends Expression<? super T, ?>> aggregates) {
		return getQuerySet().aggregate(aggregates);
	}

	/**
	 * Compute one aggregate over all rows.
	 * @param <X> the class of the value
	 * @param aggregate the aggregate
	 * @return the value
	 */
	public final <X> @Nullable X aggregate(Expression<? super T, X> aggregate) {
		return getQuerySet().aggregate(aggregate);
	}

	/**
	 * Select values by name instead of instances.
	 * @param names paths, transforms and names of annotations; none for all fields and
	 * annotations
	 * @return a queryset of rows
	 */
	public final ValuesQuerySet<T, Row> values(String... names) {
		return getQuerySet().values(names);
	}

	/**
	 * Select expressions by name instead of instances. They are annotated first, as
	 * Django does.
	 * @param columns the expressions by name, in order
	 * @return a queryset of rows
	 */
	public final ValuesQuerySet<T, Row> values(Map<String, ? extends Expression<? super T, ?>> columns) {
		return getQuerySet().values(columns);
	}

	/**
	 * Select values and expressions instead of instances, in the order of the names.
	 * @param names paths, transforms, names of annotations and of the expressions
	 * @param expressions the expressions by name
	 * @return a queryset of rows
	 */
	public final ValuesQuerySet<T, Row> values(List<String> names,
			Map<String, ? extends Expression<? super T, ?>> expressions) {
		return getQuerySet().values(names, expressions);
	}

	/**
	 * Select values instead of instances.
	 * @param names paths, transforms and names of annotations; none for all fields and
	 * annotations
	 * @return a queryset of lists
	 */
	public final ValuesQuerySet<T, List<@Nullable Object>> valuesList(String... names) {
		return getQuerySet().valuesList(names);
	}

	/**
	 * Select one value instead of instances.
	 * @param name the path or annotation
	 * @return a queryset of values
	 */
	public final ValuesQuerySet<T, @Nullable Object> flat(String name) {
		return getQuerySet().flat(name);
	}

	/**
	 * Select one value instead of instances.
	 * @param <X> the class of the value
	 * @param expression the expression
	 * @return a queryset of values
	 */
	public final <X> ValuesQuerySet<T, X> flat(Expression<? super T, X> expression) {
		return getQuerySet().flat(expression);
	}

	/**
	 * Select the distinct truncated dates of a field.
	 * @param field the path
	 * @param kind {@code year}, {@code month}, {@code week} or {@code day}
	 * @param descending whether the latest comes first
	 * @return a queryset of dates
	 */
	public final ValuesQuerySet<T, LocalDate> dates(String field, String kind, boolean descending) {
		return getQuerySet().dates(field, kind, descending);
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
		return getQuerySet().datetimes(field, kind, descending, zone);
	}

	/**
	 * Return the SQL text with the values it would bind, for people to read.
	 * @return the text
	 */
	public final String toSql() {
		return getQuerySet().toSql();
	}

	/**
	 * Ask whether an instance is among the rows.
	 * @param instance a saved instance
	 * @return true if it is
	 */
	public final boolean contains(Model instance) {
		return getQuerySet().contains(instance);
	}

	/**
	 * Read rows by key.
	 * @param keys the keys; none are asked for twice
	 * @return the rows by key; keys without row are absent
	 */
	public final Map<Object, T> inBulk(Collection<?> keys) {
		return getQuerySet().inBulk(keys);
	}

	/**
	 * Read rows by a unique field.
	 * @param values the values
	 * @param field the field
	 * @return the rows by value
	 */
	public final Map<Object, T> inBulk(Collection<?> values, String field) {
		return getQuerySet().inBulk(values, field);
	}

	/**
	 * Read all rows by key.
	 * @return the rows by key
	 */
	public final Map<Object, T> inBulk() {
		return getQuerySet().inBulk();
	}

	/**
	 * Update all rows by one statement; no instance is loaded.
	 * @param assignments the new values, made by {@code set}
	 * @return the number of rows matched
	 */
	@SafeVarargs
	public final long update(Assignment<? super T>... assignments) {
		return getQuerySet().update(assignments);
	}

	/**
	 * Update all rows by one statement; no instance is loaded.
	 * @param values values or expressions by attribute
	 * @return the number of rows matched
	 */
	public final long update(Map<String, ?> values) {
		return getQuerySet().update(values);
	}

	/**
	 * Update one field of all rows by one statement.
	 * @param attribute the field
	 * @param value a value or an expression
	 * @return the number of rows matched
	 */
	public final long update(String attribute, @Nullable Object value) {
		return getQuerySet().update(attribute, value);
	}

}

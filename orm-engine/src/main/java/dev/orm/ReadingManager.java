package dev.orm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.orm.error.DoesNotExistException;
import dev.orm.error.MultipleObjectsReturnedException;
import dev.orm.error.RowIndexException;
import dev.orm.expression.Annotation;
import dev.orm.expression.Condition;
import dev.orm.expression.Expression;
import dev.orm.load.RawSql;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The part of a manager that reads: each method starts from all rows of the manager.
 *
 * @param <T> the model
 * @param <S> the queryset
 */
public abstract class ReadingManager<T extends Model, S extends AbstractQuerySet<T, S>> extends ShapingManager<T, S> {

	ReadingManager() {
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
	@SuppressWarnings("varargs")
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
	 * @param <X> the class of the value
	 * @param aggregate the aggregate, named by {@code as}
	 * @return the value by its name; without a name it is the value alone
	 */
	public final <X> Row aggregate(Annotation<? super T, X> aggregate) {
		return getQuerySet().aggregate(aggregate);
	}

	/**
	 * Aggregate over all rows.
	 * @param aggregates the aggregates, named by {@code as}
	 * @return the values by name
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
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
	 * @param names the path or annotation, exactly one
	 * @return a queryset of values
	 */
	public final ValuesQuerySet<T, @Nullable Object> flat(String... names) {
		return getQuerySet().flat(names);
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
	 * Ask how the database would run the query of all rows.
	 * @return the plan as text
	 */
	public final String explain() {
		return getQuerySet().explain();
	}

	/**
	 * Read instances by a statement of your own. Placeholders are {@code ?} or, as in
	 * Django, {@code %s}; values are bound, never written into the text.
	 * @param sql the text
	 * @param values the values
	 * @return the rows
	 */
	public final RawQuerySet<T> raw(String sql, @Nullable Object... values) {
		return raw(RawSql.of(sql, values));
	}

	/**
	 * Read instances by a statement of your own with named placeholders,
	 * {@code %(name)s}.
	 * @param sql the text
	 * @param values the values by name
	 * @return the rows
	 */
	public final RawQuerySet<T> raw(String sql, Map<String, ?> values) {
		return raw(RawSql.of(sql, values));
	}

	private RawQuerySet<T> raw(RawSql sql) {
		return new RawQuerySet<>(orm(), model(), sql, Map.of(), getQuerySet().options());
	}

}

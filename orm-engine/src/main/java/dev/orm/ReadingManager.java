package dev.orm;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.orm.error.DoesNotExistException;
import dev.orm.error.MultipleObjectsReturnedException;
import dev.orm.error.RowIndexException;
import dev.orm.expression.Annotation;
import dev.orm.expression.Condition;
import dev.orm.expression.Expression;
import dev.orm.expression.Orderable;
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
	 * Read the row that is last in an order, as the one with the largest value of a
	 * column is.
	 * @param first what to order by first
	 * @param more what to order by where that is equal
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final T latest(Orderable<? super T> first, Orderable<? super T>... more) {
		return getQuerySet().latest(first, more);
	}

	/**
	 * Read the row that is first in an order, as the one with the smallest value of a
	 * column is.
	 * @param first what to order by first
	 * @param more what to order by where that is equal
	 * @return the row
	 * @throws DoesNotExistException if there is none
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final T earliest(Orderable<? super T> first, Orderable<? super T>... more) {
		return getQuerySet().earliest(first, more);
	}

	/**
	 * Read every n-th row of a slice; all rows of the slice are read.
	 * @param from the first row, from 0
	 * @param to the row after the last; null for no end
	 * @param step how far to go from row to row; a negative one goes backwards
	 * @return the rows, in a list of its own
	 */
	public final List<T> slice(long from, @Nullable Long to, int step) {
		return getQuerySet().slice(from, to, step);
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

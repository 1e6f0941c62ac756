package dev.orm;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;

import dev.orm.expression.Assignment;
import dev.orm.model.Model;
import dev.orm.path.Column;
import org.jspecify.annotations.Nullable;

/**
 * A manager: the door to the rows of a model. Extend it for one with a starting queryset
 * or methods of its own, and make it a bean; it is bound to the {@link Orm} at start-up.
 * Thread-safe. Django's {@code Manager}.
 *
 * @param <T> the model
 * @param <S> the queryset
 */
public abstract class AbstractManager<T extends Model, S extends AbstractQuerySet<T, S>>
		extends ProjectingManager<T, S> {

	/** Create a manager that is not bound yet. */
	protected AbstractManager() {
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
	 * Read the rows a chunk at a time through a cursor, in a read-only transaction of its
	 * own unless one is open.
	 * @param chunk how many instances are in memory, and prefetched for, at a time
	 * @return the rows; close the stream
	 */
	public final Stream<T> stream(int chunk) {
		return getQuerySet().stream(chunk);
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
	 * Read rows by a unique column.
	 * @param <X> the class of the column
	 * @param values the values; of a one-to-one relation, the instances it leads to
	 * @param column the column
	 * @return the rows by value; values without row are absent
	 */
	public final <X> Map<X, T> inBulk(Collection<? extends X> values, Column<? super T, X> column) {
		return getQuerySet().inBulk(values, column);
	}

	/**
	 * Read all rows by key.
	 * @return the rows by key
	 */
	public final Map<Object, T> inBulk() {
		return getQuerySet().inBulk();
	}

	/**
	 * Read all rows by a unique field.
	 * @param field the field
	 * @return the rows by value
	 */
	public final Map<Object, T> inBulkBy(String field) {
		return getQuerySet().inBulkBy(field);
	}

	/**
	 * Read all rows by a unique column.
	 * @param <X> the class of the column
	 * @param column the column
	 * @return the rows by value
	 */
	public final <X> Map<X, T> inBulkBy(Column<? super T, X> column) {
		return getQuerySet().inBulkBy(column);
	}

	/**
	 * Update all rows by one statement; no instance is loaded.
	 * @param assignments the new values, made by {@code set}
	 * @return the number of rows matched
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
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

package dev.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.orm.error.QueryValueException;
import dev.orm.expression.Q;
import dev.orm.model.Model;
import dev.orm.path.Column;
import dev.orm.path.RelationColumn;
import dev.orm.query.UniqueFields;

/**
 * Reads rows by what tells them apart. Django's {@code in_bulk()}.
 *
 * @param <T> the model
 * @param <V> the rows: instances or values
 * @param <S> the querysets that come of it
 */
public abstract class Keying<T extends Model, V, S extends Keying<T, V, S>> extends Reading<T, V, S> {

	Keying() {
	}

	/**
	 * Read rows, and put each under its value of a field; or all under which it was
	 * given.
	 */
	abstract Map<Object, V> byField(Recipe rows, String field, Collection<?> given);

	/**
	 * Read rows by key.
	 * @param keys the keys, or the records they are; none are asked for twice
	 * @return the rows by key; keys without row are absent
	 */
	public final Map<Object, V> inBulk(Collection<?> keys) {
		return inBulk(keys, "pk");
	}

	/**
	 * Read rows by a unique field.
	 * @param values the values of the field; none are asked for twice
	 * @param field the field; where values are read, selected or not
	 * @return the rows by value; values without row are absent
	 * @throws QueryValueException if the field is not unique
	 */
	public final Map<Object, V> inBulk(Collection<?> values, String field) {
		return found(values, field, field);
	}

	/**
	 * Read all rows by key.
	 * @return the rows by key
	 */
	public final Map<Object, V> inBulk() {
		return inBulkBy("pk");
	}

	/**
	 * Read all rows by a unique field.
	 * @param field the field; where values are read, selected or not
	 * @return the rows by value; the last one without a value under null
	 * @throws QueryValueException if the field is not unique
	 */
	public final Map<Object, V> inBulkBy(String field) {
		return byField(checked(field), field, List.of());
	}

	/**
	 * Read rows by a unique column. Those of a one-to-one relation come under its key.
	 * Django's {@code in_bulk(field_name=…)}.
	 * @param <X> the class of the column
	 * @param values the values
	 * @param column the column, unique or the only one of {@code distinct(column)}
	 * @return the rows by value; values without row are absent
	 * @throws QueryValueException if the column is not unique
	 */
	@SuppressWarnings("unchecked")
	public final <X> Map<X, V> inBulk(Collection<? extends X> values, Column<? super T, X> column) {
		return (Map<X, V>) found(values, column.path(), attribute(column));
	}

	/**
	 * Read all rows by a unique column. Those of a one-to-one relation come under its
	 * key.
	 * @param <X> the class of the column
	 * @param column the column, unique or the only one of {@code distinct(column)}
	 * @return the rows by value; the last one without a value under null
	 * @throws QueryValueException if the column is not unique
	 */
	@SuppressWarnings("unchecked")
	public final <X> Map<X, V> inBulkBy(Column<? super T, X> column) {
		return (Map<X, V>) byField(checked(column.path()), attribute(column), List.of());
	}

	/** The name under which a row has the value of a column: of a relation, its key. */
	private static String attribute(Column<?, ?> column) {
		return (column instanceof RelationColumn) ? column.path() + "Id" : column.path();
	}

	private Recipe checked(String field) {
		Recipe recipe = recipe();
		UniqueFields.require(recipe.spec(), field);
		return recipe;
	}

	/** Read the rows one field of which has one of some values, by another one. */
	final Map<Object, V> found(Collection<?> values, String field, String by) {
		Recipe recipe = checked(field);
		if (values.isEmpty()) {
			return Map.of();
		}
		List<Object> asked = new ArrayList<>(values);
		if (field.equals("pk")) {
			asked.replaceAll(recipe.spec().model()::plainKey);
		}
		return byField(recipe.then(kept(Q.of(field + "__in", asked))), by, values);
	}

}

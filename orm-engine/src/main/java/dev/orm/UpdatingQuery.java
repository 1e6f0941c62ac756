package dev.orm;

import java.util.List;
import java.util.Map;

import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The part of a queryset that updates its rows where they are. It works after
 * {@code values()} too, as in Django: what is selected does not matter.
 *
 * @param <T> the model
 * @param <V> the rows: instances or values
 * @param <S> the queryset itself
 */
public abstract class UpdatingQuery<T extends Model, V, S extends UpdatingQuery<T, V, S>>
		extends DescribedQuery<T, V, S> {

	UpdatingQuery() {
	}

	/**
	 * Update all rows by one statement; no instance is loaded.
	 * @param assignments the new values, made by {@code set}
	 * @return the number of rows matched
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final long update(Assignment<? super T>... assignments) {
		return updated(List.of(assignments));
	}

	/**
	 * Update all rows by one statement; no instance is loaded.
	 * @param values values or expressions by attribute
	 * @return the number of rows matched
	 */
	public final long update(Map<String, ?> values) {
		return updated(Assignments.of(values));
	}

	/**
	 * Update one field of all rows by one statement.
	 * @param attribute the field
	 * @param value a value or an expression
	 * @return the number of rows matched
	 */
	public final long update(String attribute, @Nullable Object value) {
		return updated(List.of(new Assignment<>(attribute, Nodes.of(value))));
	}

	private long updated(List<Assignment<?>> assignments) {
		return orm().update(spec(), options(), assignments);
	}

}

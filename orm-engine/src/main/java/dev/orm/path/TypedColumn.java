package dev.orm.path;

import dev.orm.expression.Assignment;
import dev.orm.expression.ComparedTo;
import dev.orm.expression.Nodes;
import dev.orm.expression.Operand;
import org.jspecify.annotations.Nullable;

/**
 * A column that says what it is compared with and set to. Immutable.
 *
 * @param <R> the root model
 * @param <T> the Java class of its values
 * @param <V> the class of the values it is compared with and set to: its own, or all that
 * are converted to it
 */
public abstract sealed class TypedColumn<R, T, V> extends Column<R, T> implements ComparedTo<R, V>
		permits ArrayColumn, BooleanColumn, DurationColumn, KeyedColumn, NumberColumn, RangeColumn, RelationColumn,
		StringColumn, TemporalColumn, ValueColumn {

	TypedColumn(String path) {
		super(path);
	}

	/**
	 * Assign a value in an update or a save.
	 * @param value the value
	 * @return an assignment
	 */
	public Assignment<R> set(@Nullable V value) {
		return new Assignment<>(path(), Nodes.of(value));
	}

	/**
	 * Assign what an expression or a query yields in an update or a save.
	 * @param operand the expression, or a queryset of one value
	 * @return an assignment
	 */
	public Assignment<R> set(Operand operand) {
		return new Assignment<>(path(), Nodes.of(operand));
	}

	/**
	 * Assign NULL in an update or a save.
	 * @return an assignment
	 */
	public final Assignment<R> setNull() {
		return new Assignment<>(path(), Nodes.of(null));
	}

	/**
	 * Name the value to look up and to create with.
	 * @param value a value
	 * @return an assignment
	 */
	public Assignment<R> is(@Nullable V value) {
		return new Assignment<>(path(), Nodes.of(value));
	}

}

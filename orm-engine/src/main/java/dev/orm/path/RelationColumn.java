package dev.orm.path;

import dev.orm.expression.Assignment;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The column of a foreign key or one-to-one relation: compares by key or instance,
 * without a join. The way through it is the method of the same name.
 *
 * @param <R> the root model
 * @param <M> the target model
 */
public final class RelationColumn<R, M extends Model> extends Column<R, M> {

	/**
	 * Create a column.
	 * @param path its path from the root
	 */
	public RelationColumn(String path) {
		super(path);
	}

	/**
	 * Assign an instance, a key or an expression in an update or a save.
	 * @param value the instance, its key, or an expression
	 * @return an assignment
	 */
	@Override
	public Assignment<R> set(@Nullable Object value) {
		Assignment<R> assignment = super.set(value);
		return (value != null && !(value instanceof Model)) ? new Assignment<>(path() + "Id", assignment.value())
				: assignment;
	}

}

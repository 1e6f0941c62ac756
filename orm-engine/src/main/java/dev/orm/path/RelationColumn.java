package dev.orm.path;

import dev.orm.model.Model;

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

}
